import * as z from 'zod/mini';
import { sha256 } from '../shared/chain.ts';

export const LetterKind = z.enum([
  'accounts-frozen',
  'case-closed',
  'case-cancelled',
  'case-reopened',
  'waiting-reminder',
  'complaint-acknowledged',
  'complaint-progress',
  'survey-invitation',
  'survey-reminder',
  'task-reminder',
]);
export type LetterKind = z.infer<typeof LetterKind>;

// SES has no idempotency key, so the outcome of a send whose answer was lost is unknown. What then?
// at-least-once: send again, the reader must not miss it. at-most-once: leave it, a second one annoys.
export const delivery = {
  'accounts-frozen': 'at-least-once',
  'case-closed': 'at-least-once',
  'case-cancelled': 'at-least-once',
  'case-reopened': 'at-least-once',
  'waiting-reminder': 'at-least-once',
  'complaint-acknowledged': 'at-least-once',
  'complaint-progress': 'at-least-once',
  'survey-invitation': 'at-most-once',
  'survey-reminder': 'at-most-once',
  'task-reminder': 'at-most-once',
} as const satisfies Record<LetterKind, 'at-least-once' | 'at-most-once'>;

/** The same mail has the same id, however often it is asked for. 32 hexadecimal characters. */
export const mailId = (about: string, kind: LetterKind, rung: number | string, to: string): string =>
  sha256([about, kind, rung, to].join('|')).slice(0, 32);
