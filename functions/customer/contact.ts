import * as z from 'zod/mini';
import { holdsCardNumber } from '../shared/card-number.ts';
import { PersonId } from '../shared/ids.ts';
import { Language } from '../shared/language.ts';

// One line, no control characters: what goes into the head of a mail cannot start a new head.
const OneLine = (longest: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(longest),
    z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u),
    z.refine((line) => !holdsCardNumber(line), 'must not hold the number of a card'),
  );

export const TimeZone = z.string().check(z.refine(isTimeZone, 'must be an IANA time zone, like Asia/Tehran'));

// Asking takes long, and the zones of a bank's customers are few.
const knownZones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    knownZones.add(name);
    return true;
  } catch {
    return false;
  }
}

/** How to reach somebody and how to address them, a customer or a colleague. */
export const Contact = z.strictObject({
  name: OneLine(100),
  email: z.email().check(z.maxLength(254)),
  language: Language,
  timeZone: TimeZone,
  /** Of a colleague: the customers they say they are close to, themselves and their family. */
  closeTo: z.optional(z.array(PersonId).check(z.maxLength(50))),
});
export type Contact = z.infer<typeof Contact>;
