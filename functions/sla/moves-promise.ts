import type { CaseFact } from '../case/case-fact.ts';

// What can start, stop, pause or move a clock, or change who answers for it.
const moving = new Set<CaseFact['kind']>([
  'case-opened',
  'report-joined',
  'interaction-recorded',
  'mail-sent',
  'waiting-started',
  'waiting-reminded',
  'waiting-ended',
  'priority-changed',
  'owner-assigned',
  'case-transferred',
  'case-closed',
  'case-cancelled',
  'case-reopened',
  'case-linked',
  'case-unlinked',
]);

/** Whether this can change what was promised to the customer, when it is due, or who is reminded of it. */
export const movesPromise = ({ kind }: Pick<CaseFact, 'kind'>): boolean => moving.has(kind);
