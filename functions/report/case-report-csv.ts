import { Resolution } from '../case/case-fact.ts';
import { ClockName } from '../sla/sla.ts';
import type { CaseReport, CasesTold } from './case-report.ts';
import { type CsvValue, csv } from './csv.ts';
import type { DurationFigures } from './durations.ts';

const times = ['timeToFreeze', 'timeToClose', 'timeToAcknowledge'] as const;
const ofTime = ['N', 'MeanSeconds', 'HalfWithinSeconds', 'NinetyPercentWithinSeconds'];
const ofPromise = ['Kept', 'Broken', 'Running', 'KeptShare', 'KeptShareLow', 'KeptShareHigh'];
const head = [
  ...['from', 'to', 'timeZone', 'by', 'group', 'opened', 'open', 'closed', 'cancelled', 'merged'],
  ...['reopened', 'reopenings', 'reopenedShare', 'reopenedShareLow', 'reopenedShareHigh'],
  ...Resolution.options,
  ...times.flatMap((name) => ofTime.map((what) => `${name}${what}`)),
  ...ClockName.options.flatMap((name) => ofPromise.map((what) => `${name}${what}`)),
];

/** One line for each group, the whole first. */
export function caseReportCsv({ from, to, timeZone, by, total, groups = [] }: CaseReport): string {
  const line = (group: string, told: CasesTold): CsvValue[] => [
    ...[from, to, timeZone, by ?? '', group, told.opened, told.open, told.closed, told.cancelled, told.merged],
    ...[told.reopened, told.reopenings, ...three(told.reopenedShare)],
    ...Resolution.options.map((resolution) => told.resolutions[resolution] ?? 0),
    ...times.flatMap((name) => four(told[name])),
    ...ClockName.options.flatMap((clock) => {
      const { kept = 0, broken = 0, running = 0, keptShare } = told.promises[clock] ?? {};
      return [kept, broken, running, ...three(keptShare)];
    }),
  ];
  return csv(head, [line('all', total), ...groups.map(({ group, ...told }) => line(group, told))]);
}

const three = (share?: CasesTold['reopenedShare']): CsvValue[] =>
  share ? [share.value, ...share.interval] : [undefined, undefined, undefined];

const four = (time?: DurationFigures): CsvValue[] => [
  time?.n ?? 0,
  time?.meanSeconds,
  time?.halfWithinSeconds,
  time?.ninetyPercentWithinSeconds,
];
