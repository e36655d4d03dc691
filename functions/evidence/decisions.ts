import type { CaseEvent, CaseFact } from '../case/case-fact.ts';
import { type Evidence, referencesIn } from './evidence.ts';

/** Something a person settled: what, who, when, why, and what they wrote about it. */
export type DecisionShown = {
  seq: number;
  at: string;
  by: string;
  kind: CaseFact['kind'];
  /** What it was about and how it was decided: ids and enumerations. */
  data: Record<string, unknown>;
  notes: string[];
};

const kinds = new Set<CaseFact['kind']>([
  'case-transferred',
  'owner-assigned',
  'task-assigned',
  'task-released',
  'task-completed',
  'waiting-started',
  'approval-requested',
  'approval-decided',
  'goodwill-granted',
  'case-closed',
  'case-cancelled',
  'case-reopened',
  'mail-resend-asked',
]);

/** Every decision in the history of a case, in order, with what was written about it. */
export const decisionsIn = ({ events, texts }: Pick<Evidence, 'events' | 'texts'>): DecisionShown[] =>
  events
    .filter(({ fact }) => kinds.has(fact.kind))
    .map(({ seq, at, by, fact }) => ({ seq, at, by, kind: fact.kind, data: fact.data, notes: wordsOf(fact, texts) }));

/** What was written about something that happened, as far as it is still kept. */
export const wordsOf = ({ data }: Pick<CaseEvent['fact'], 'data'>, texts: Evidence['texts']): string[] =>
  referencesIn(data).flatMap((reference) => texts[reference]?.text ?? []);
