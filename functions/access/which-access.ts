import * as z from 'zod/mini';
import { InvalidRequest } from '../shared/errors.ts';
import { CaseId, PersonId } from '../shared/ids.ts';
import { after, day, type Instant } from '../shared/now.ts';
import type { Span } from '../shared/span.ts';
import { aboutMany } from './access.ts';

/** `day` is for calls about nobody in particular: lists of many cases, policies. */
export const AccessQuery = {
  customer: z.optional(PersonId),
  case: z.optional(CaseId),
  by: z.optional(PersonId),
  day: z.optional(z.iso.date()),
  from: z.optional(z.iso.datetime()),
  to: z.optional(z.iso.datetime()),
};
type Wish = z.infer<z.ZodMiniObject<typeof AccessQuery>>;

/** Which records are asked for; of the last thirty days unless it is said otherwise. @throws InvalidRequest */
export function whichAccess(wish: Wish, now: Instant): ['about' | 'reader', string, Span] {
  const to = wish.to ?? now;
  const span = { from: wish.from ?? after(to, -30 * day), to };
  const named = (['customer', 'case', 'by', 'day'] as const).filter((one) => wish[one] !== undefined);
  const [only] = named;
  if (!only || named.length > 1) {
    const message = 'ask by exactly one of customer, case, by and day';
    throw new InvalidRequest((named.length > 1 ? named : ['customer']).map((field) => ({ field, message })));
  }
  if (only === 'by') return ['reader', wish.by ?? '', span];
  if (only === 'day') return ['about', aboutMany(wish.day ?? ''), { from: `${wish.day}T`, to: `${wish.day}U` }];
  return ['about', wish[only] ?? '', span];
}
