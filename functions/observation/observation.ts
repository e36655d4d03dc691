import * as z from 'zod/mini';
import type { Instant } from '../shared/now.ts';

/** What auditors are told of: holes, what people overrode, checks that failed, and looks that were out of the ordinary. */
export const ReportName = z.enum(['gaps', 'overrides', 'failed-checks', 'access']);
export type ReportName = z.infer<typeof ReportName>;

// Each kind of observation and the report it stands in. Its words are in words/observation-words.ts.
export const observationKinds = {
  'events-missing': 'gaps',
  'nothing-worked-on-it': 'gaps',
  'promise-broken-unanswered': 'gaps',
  goodwill: 'overrides',
  'goodwill-alone': 'overrides',
  unfrozen: 'overrides',
  'priority-by-hand': 'overrides',
  'step-settled-by-hand': 'overrides',
  'clock-stopped': 'overrides',
  'survey-left-out': 'overrides',
  'case-given-up': 'overrides',
  'mail-sent-again': 'overrides',
  'chain-broken': 'failed-checks',
  'freeze-refused': 'failed-checks',
  'rule-hit': 'failed-checks',
  'step-failed': 'failed-checks',
  'mail-bounced': 'failed-checks',
  'mail-not-sent': 'failed-checks',
  'mail-unconfirmed': 'failed-checks',
  'mail-unwanted': 'failed-checks',
  'reminder-not-sent': 'failed-checks',
  'many-customers': 'access',
  'many-refused': 'access',
  'off-hours': 'access',
  'no-case-with-them': 'access',
  'somebody-close': 'access',
} as const satisfies Record<string, ReportName>;
export type ObservationKind = keyof typeof observationKinds;

/**
 * Something an auditor should look at. `id` is the same however often it is found; `by` is who did it, `about` whose
 * data it was; `data` are the ids, numbers and enumerations that its words are made of.
 */
export type Observation = {
  id: string;
  kind: ObservationKind;
  at: Instant;
  by?: string;
  caseId?: string;
  seq?: number;
  about?: string;
  data: Record<string, string | number>;
};

export const reportOf = ({ kind }: Pick<Observation, 'kind'>): ReportName => observationKinds[kind];
