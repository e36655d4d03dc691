import type { Proved } from '../audit/verify-case.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/case-fact.ts';
import type { Contact } from '../customer/contact.ts';
import type { SentMail } from '../customer/contact-store.ts';
import type { KeptText } from '../customer/text.ts';
import type { RunSummary } from '../run-archive/describe-run.ts';
import type { Reading } from '../sla/reading.ts';

export type Mail = SentMail & { mailId: string; to: string };
export type Run = RunSummary & { events: unknown[] };

/** All that can be shown of a case: what a pack is made from. */
export type Evidence = {
  current: Case;
  events: CaseEvent[];
  /** Undefined when the person was erased or never known. */
  customer?: Contact | undefined;
  /** What was written, by its reference, with the salt that opens its commitment. */
  texts: Record<string, KeptText>;
  mails: Mail[];
  runs: Run[];
  clocks: Reading[];
  /** The way from the case to a root that was published; undefined before the first. */
  proof?: Proved | undefined;
};

const reference = /^[a-z]+_[0-9a-z]{10,}(\.[0-9a-f]{64})?$/;
const names = ['textId', 'noteId', 'commentId', 'text', 'comment', 'note'];

/** Every reference to a text in what happened, wherever it stands in it. */
export function referencesIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return names.includes(name) && reference.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => referencesIn(one, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => referencesIn(one, key));
}
