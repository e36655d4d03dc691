import { addCaseCells, type CaseCell, emptyCaseCell } from './case-cell.ts';
import { type DurationFigures, durationFigures } from './durations.ts';
import { rate } from './measure.ts';
import type { Period } from './period.ts';
import type { CaseBy } from './report.ts';
import type { RollUp } from './result-store.ts';
import type { Estimate } from './scale.ts';

export type Promises = { kept: number; broken: number; running: number; keptShare?: Estimate };
export type CasesTold = {
  opened: number;
  open: number;
  closed: number;
  cancelled: number;
  merged: number;
  resolutions: Record<string, number>;
  /** Of those closed, cancelled or open again: how many were taken up again at least once, and how often altogether. */
  reopened: number;
  reopenings: number;
  reopenedShare?: Estimate;
  timeToFreeze?: DurationFigures;
  timeToClose?: DurationFigures;
  timeToAcknowledge?: DurationFigures;
  promises: Record<string, Promises>;
};
export type CaseReport = Period & {
  timeZone: string;
  total: CasesTold;
  by?: CaseBy;
  groups?: ({ group: string } & CasesTold)[];
};
/** What a day came to in one way to tell it, by group; `all` has every case in one of that name. */
export type CasesOfDay = Record<string, CaseCell>;

type Rows = { all: readonly RollUp[]; by: readonly RollUp[] };

/** Cases by the day they were opened, and what they have come to by now; as long for a thousand as for a million. */
export function caseReport(
  { by, ...about }: Period & { timeZone: string; by?: CaseBy | undefined },
  rows: Rows,
): CaseReport {
  const total = tell(sumOf(rows.all).all ?? emptyCaseCell);
  if (!by) return { ...about, total };
  const groups = Object.entries(sumOf(rows.by)).sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...about, total, by, groups: groups.map(([group, cell]) => ({ group, ...tell(cell) })) };
}

function sumOf(rows: readonly RollUp[]): CasesOfDay {
  const sums: CasesOfDay = {};
  for (const { row } of rows)
    for (const [name, cell] of Object.entries(row as CasesOfDay))
      sums[name] = addCaseCells(sums[name] ?? emptyCaseCell, cell);
  return sums;
}

function tell({ opened, status, resolutions, reopened, reopenings, took, promises }: CaseCell): CasesTold {
  const { open = 0, closed = 0, cancelled = 0, merged = 0 } = status;
  const reopenedShare = rate(reopened, opened);
  const times = {
    timeToFreeze: durationFigures(took.freeze),
    timeToClose: durationFigures(took.close),
    timeToAcknowledge: durationFigures(took.acknowledge),
  };
  return {
    ...{ opened, open, closed, cancelled, merged, resolutions, reopened, reopenings },
    ...(reopenedShare && { reopenedShare }),
    ...(Object.fromEntries(Object.entries(times).filter(([, time]) => time)) as Partial<typeof times> as object),
    promises: Object.fromEntries(
      Object.entries(promises)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([clock, one]) => [clock, { ...one, ...share(one.kept, one.kept + one.broken) }]),
    ),
  };
}

/** Of those that are settled: what still runs is neither. */
const share = (kept: number, settled: number) => {
  const keptShare = rate(kept, settled);
  return keptShare && { keptShare };
};
