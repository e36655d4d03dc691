import { eachOf, plus } from './add.ts';
import type { CaseResult } from './case-result.ts';
import { addDurations, type Durations, duration } from './durations.ts';

type Promised = { kept: number; broken: number; running: number };

/** What any number of cases came to. The cell of two days is the sum of both. */
export type CaseCell = {
  opened: number;
  status: Record<string, number>;
  resolutions: Record<string, number>;
  /** How many were taken up again, and how often altogether. */
  reopened: number;
  reopenings: number;
  /** `freeze`, `close`, `acknowledge` */
  took: Record<string, Durations>;
  promises: Record<string, Promised>;
};

export const emptyCaseCell: CaseCell = {
  ...{ opened: 0, status: {}, resolutions: {}, reopened: 0, reopenings: 0, took: {}, promises: {} },
};

export function caseCellOf({ status, resolution, reopenings, promises, ...result }: CaseResult): CaseCell {
  const { tookToFreeze: freeze, tookToClose: close, tookToAcknowledge: acknowledge } = result;
  const took = Object.entries({ freeze, close, acknowledge }).flatMap(([what, milliseconds]) =>
    milliseconds === undefined ? [] : [[what, duration(milliseconds)] as const],
  );
  const kept = promises.map(({ clock, is }) => ({ [clock]: { ...noPromise, [is]: 1 } }));
  return {
    opened: 1,
    status: { [status]: 1 },
    resolutions: resolution ? { [resolution]: 1 } : {},
    reopened: reopenings > 0 ? 1 : 0,
    reopenings,
    took: Object.fromEntries(took),
    promises: kept.reduce((sum, one) => eachOf(sum, one, addPromised), {} as Record<string, Promised>),
  };
}

export const addCaseCells = (one: CaseCell, other: CaseCell): CaseCell => ({
  opened: one.opened + other.opened,
  status: eachOf(one.status, other.status, plus),
  resolutions: eachOf(one.resolutions, other.resolutions, plus),
  reopened: one.reopened + other.reopened,
  reopenings: one.reopenings + other.reopenings,
  took: eachOf(one.took, other.took, addDurations),
  promises: eachOf(one.promises, other.promises, addPromised),
});

const noPromise: Promised = { kept: 0, broken: 0, running: 0 };
const addPromised = (one: Promised, other: Promised): Promised => ({
  kept: one.kept + other.kept,
  broken: one.broken + other.broken,
  running: one.running + other.running,
});
