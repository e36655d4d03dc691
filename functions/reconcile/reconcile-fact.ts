import * as z from 'zod/mini';
import { fact } from '../case/fact.ts';

/** What did not fit between a case, its run and the lists. */
export const Unexplained = z.enum([
  /** The case is open and nothing works on it: its run was never started. */
  'run-missing',
  /** The case is open, its run has ended, and no person was asked to take over. */
  'run-ended',
  /** What the run waits for is done, and nobody told it. */
  'answer-lost',
  /** The run lives, waits for nobody and gets nowhere. */
  'run-stuck',
  /** Another run took over, and this one goes on beside it. */
  'run-superseded',
  /** The case is over, and its run goes on. */
  'run-outlives-case',
  /** A list did not show the case or one of its tasks: nobody would have been reminded. */
  'not-in-the-lists',
]);
export type Unexplained = z.infer<typeof Unexplained>;

export const Repair = z.enum(['run-started', 'person-asked', 'run-answered', 'run-stopped', 'lists-repaired']);
export type Repair = z.infer<typeof Repair>;

export const reconcileFacts = [
  fact('case-reconciled', { unexplained: Unexplained, repair: Repair, runId: z.optional(z.string()) }),
] as const;
