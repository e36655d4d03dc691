import type { Instant } from '../shared/now.ts';
import { type Entry, ledgerOf } from './ledger.ts';
import type { Period } from './period.ts';
import type { Run } from './run.ts';
import type { ClockName } from './sla.ts';
import { type Change, nothingYet, type Promised, type Tally, tallied } from './tally.ts';

/** What one run of a clock says. It can be late in every state. */
export type Reading = Promised & {
  clock: ClockName;
  cycle: number;
  round: number;
  state: 'running' | 'paused' | 'stopped' | 'not-promised';
  pausedFor?: string | undefined;
  startedAt: Instant;
  stoppedAt?: Instant | undefined;
  usedMilliseconds: number;
  /** From the start to the stop, or until now, without a gap; made when somebody looks at it. */
  readonly ledger: Entry[];
  changes: Change[];
};

/** Reads a clock through all periods it ran in; nothing if it was never promised. */
export function read(run: Run, periods: readonly Period[], now: Instant): Reading | undefined {
  const own = during(run, periods, now);
  if (!own.some(({ terms }) => terms.targets[run.clock])) return undefined;
  const tally = own.reduce(tallied(run.clock), nothingYet);
  const { clock, cycle, round, from: startedAt, to: stoppedAt } = run;
  const state = stoppedAt ? 'stopped' : stateOf(tally);
  const { used: usedMilliseconds, promised, changes } = tally;
  return {
    ...{ clock, cycle, round, state },
    ...(state === 'paused' && { pausedFor: tally.pausedFor }),
    ...{ startedAt, stoppedAt, usedMilliseconds, ...promised },
    get ledger() {
      return ledgerOf(clock, own);
    },
    changes,
  };
}

const stateOf = ({ target, pausedFor }: Tally) => (!target ? 'not-promised' : pausedFor ? 'paused' : 'running');

/** The periods that the run touches, cut to its ends; a run of no length touches one. */
function during(run: Run, periods: readonly Period[], now: Instant): Period[] {
  const end = run.to ?? now;
  return periods
    .filter((period) => period.to > run.from || period === periods.at(-1))
    .filter((period) => !run.to || period.from < run.to || period.from <= run.from)
    .map((period) => ({
      ...period,
      from: period.from > run.from ? period.from : run.from,
      to: period.to < end ? period.to : end,
    }));
}
