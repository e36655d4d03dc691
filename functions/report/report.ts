import * as z from 'zod/mini';
import type { CaseFact } from '../case/case-fact.ts';

/** What results are told by. An agent is who answers for the case, or who triaged it. */
export const By = z.enum(['type', 'team', 'agent', 'channel', 'language', 'campaign']);
export type By = z.infer<typeof By>;

/** What cases are told by; a topic is what a complaint is about. */
export const CaseBy = z.enum(['type', 'team', 'channel', 'priority', 'topic']);
export type CaseBy = z.infer<typeof CaseBy>;

/** Askings that are never counted together: after a piece of work, now and then, and again after a recovery. */
export const Purpose = z.enum(['transactional', 'relationship', 'after-recovery']);
export type Purpose = z.infer<typeof Purpose>;

/** A day of the organisation, `2026-11-21`. */
export type Day = string;

/** Whether what happened can change a report. */
export const isNews = ({ kind }: Pick<CaseFact, 'kind'>): boolean => /^(survey|mail|case)-/.test(kind);
