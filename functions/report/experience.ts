import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/case-fact.ts';
import { hour, type Instant } from '../shared/now.ts';
import type { Experience } from './drivers.ts';

/** What the clocks of a case say at a time: which stand still for good, and which promise was broken. */
export type ReadSla = (
  history: readonly CaseEvent[],
  at: Instant,
) => readonly { clock: string; state: string; breachedAt?: Instant | undefined }[];

/** What the case had been like when its customer was asked; nothing where nothing was frozen. */
export function experienceOf(
  history: readonly CaseEvent[],
  then: Pick<Case, 'openedAt' | 'frozenAt' | 'cycle'>,
  readSla: ReadSla,
): Experience | undefined {
  const { openedAt, frozenAt, cycle } = then;
  if (!frozenAt) return undefined;
  return {
    hoursToFreeze: (Date.parse(frozenAt) - Date.parse(openedAt)) / hour,
    reopened: cycle - 1,
    slaBreached: readSla(history, history.at(-1)?.at ?? openedAt).some(({ breachedAt }) => breachedAt),
  };
}
