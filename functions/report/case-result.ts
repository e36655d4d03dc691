import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/case-fact.ts';
import { fold } from '../case/case-store.ts';
import { dayOf } from './day.ts';
import type { CaseBy, Day } from './report.ts';
import type { ResultWorld } from './results-of.ts';

/** How one promise to a customer went, as far as it is known. */
export type PromiseKept = { clock: string; is: 'kept' | 'broken' | 'running' };

/** What one case came to by now. It counts on the day it was opened, whatever happens to it later. */
export type CaseResult = {
  caseId: string;
  day: Day;
  groups: Record<CaseBy, string>;
  status: 'open' | 'closed' | 'cancelled' | 'merged';
  resolution?: string;
  /** How often it was taken up again. */
  reopenings: number;
  /** Milliseconds from the report on; nothing that has not happened. */
  tookToFreeze?: number;
  tookToClose?: number;
  tookToAcknowledge?: number;
  promises: PromiseKept[];
};

/**
 * It follows from the history alone. An open promise counts as broken once something has happened after it broke; the
 * asking of a campaign is no case.
 */
export function caseResultOf(
  history: readonly CaseEvent[],
  { timeZone, readSla }: ResultWorld,
): CaseResult | undefined {
  const current = fold(history);
  const [first] = history;
  if (first?.fact.kind !== 'case-opened' || current.status === 'none') return undefined;
  const { caseId, openedAt, resolution, frozenAt, status } = current;
  const since = (at: string) => Date.parse(at) - Date.parse(openedAt);
  const acknowledged = history.find(({ fact }) => fact.kind === 'complaint-acknowledged')?.at;
  return {
    caseId,
    day: dayOf(openedAt, timeZone),
    groups: groupsOf(current, first.fact.data.channel),
    status,
    ...(status === 'closed' && resolution && { resolution }),
    reopenings: current.cycle - 1,
    ...(frozenAt && { tookToFreeze: since(frozenAt) }),
    ...(status === 'closed' && current.closedAt && { tookToClose: since(current.closedAt) }),
    ...(acknowledged && { tookToAcknowledge: since(acknowledged) }),
    promises: readSla(history, history.at(-1)?.at ?? openedAt).map(({ clock, state, breachedAt }) => ({
      clock,
      is: breachedAt ? 'broken' : state === 'stopped' ? 'kept' : 'running',
    })),
  };
}

const groupsOf = ({ type, team, priority, subject }: Case, channel: string): Record<CaseBy, string> => ({
  ...{ type, team, priority, channel },
  topic: type === 'complaint' ? subject : 'none',
});
