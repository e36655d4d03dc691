import { styleText } from 'node:util';
import type { Operations } from '../../client/operations.ts';
import { hour } from '../../functions/shared/now.ts';

export type ClockShown = Operations['showSla']['answer']['clocks'][number];
type Entry = NonNullable<ClockShown['ledger']>[number];

const colours = {
  running: 'green',
  paused: 'yellow',
  'out-of-hours': 'gray',
  holiday: 'magenta',
  'not-promised': 'gray',
} as const satisfies Record<Entry['kind'], Parameters<typeof styleText>[0]>;
const marks = { running: '█', paused: '░', 'out-of-hours': '·', holiday: '✶', 'not-promised': ' ' };
const words = {
  running: 'at work',
  paused: 'waiting',
  'out-of-hours': 'out of hours',
  holiday: 'holiday',
  'not-promised': 'not promised',
};

export const hoursOf = (milliseconds: number): string => (milliseconds / hour).toFixed(1);

/** When it was, on the clocks of a place: `Wed 2 Dec 14:00`. */
export const timeIn =
  (timeZone: string) =>
  (at: string): string =>
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    })
      .format(Date.parse(at))
      .replaceAll(',', '');

/** The ledger of a clock: every stretch of its time, what it was, and a bar as long as it took, a mark for two hours. */
export function slaTable({ ledger = [], ...clock }: ClockShown, timeZone: string): string {
  const time = timeIn(timeZone);
  const rows = ledger.map(({ from, to, kind, why, milliseconds }) => {
    const bar = styleText(colours[kind], marks[kind].repeat(Math.max(1, Math.round(milliseconds / (2 * hour)))));
    const what = why ? `${words[kind]}: ${why}` : words[kind];
    const cells = [time(from).padEnd(17), time(to).padEnd(17), `${hoursOf(milliseconds).padStart(6)} h`];
    return `  ${cells.join('  ')}  ${what.padEnd(29)}  ${bar}`;
  });
  const promised = `promised ${hoursOf(clock.targetMilliseconds ?? 0)} h by the calendar ${clock.calendar}`;
  const broken = clock.breachedAt
    ? styleText('red', `broken since ${time(clock.breachedAt)}`)
    : styleText('green', 'kept');
  const total = ledger.reduce((sum, entry) => sum + entry.milliseconds, 0);
  const title = styleText('bold', `\n  ${clock.clock}`);
  return [
    `${title}  ${promised}, ${hoursOf(clock.usedMilliseconds)} h used, ${broken}`,
    ...rows,
    styleText('dim', `  ${'all together'.padEnd(36)}  ${hoursOf(total).padStart(6)} h`),
    '',
  ].join('\n');
}
