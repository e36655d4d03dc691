import { Cron } from 'croner';

/** When a schedule runs: the first time after `time`, in milliseconds since the epoch; nothing if never again. */
export type NextRun = (time: number) => number | undefined;

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Reads `rate(5 minutes)`, `cron(0 9 ? * MON-FRI *)` and `at(2030-01-31T08:00:00)` as EventBridge does. `from` is when
 * the schedule came to be: a rate counts from there.
 */
export function readSchedule(expression: string, timezone: string, from: number): NextRun {
  const [, kind, argument = ''] = /^(rate|cron|at)\((.+)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'rate') {
    const [, amount, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
    const every = Number(amount) * (UNITS[unit] ?? 0);
    if (every > 0) return (time) => from + (Math.floor((time - from) / every) + 1) * every;
  }
  if (kind === 'cron') return nextOf(new Cron(cronPattern(argument), { timezone, paused: true }));
  if (kind === 'at') return nextOf(new Cron(argument, { timezone, paused: true }));
  throw new Error(`Schedule ${expression} is not understood`);
}

const nextOf =
  (cron: Cron): NextRun =>
  (time) =>
    cron.nextRun(new Date(time))?.getTime();

/** AWS's six fields (minute hour day month weekday year, Sunday is 1) in croner's seven (second first, Sunday is 0). */
function cronPattern(fields: string): string {
  const [minute = '', hour = '', day = '', month = '', weekday = '', year, ...more] = fields.trim().split(/\s+/);
  if (year === undefined || more.length > 0) throw new Error(`cron(${fields}) needs six fields`);
  const any = (field: string) => (field === '?' ? '*' : field);
  return [
    '0',
    stepping(minute, 59),
    stepping(hour, 23),
    stepping(any(day), 31),
    stepping(month, 12),
    any(weekday).replace(/(?<![#/\d])\d/g, (number) => String(Number(number) - 1)),
    stepping(year, 2199),
  ].join(' ');
}

/** AWS lets a step begin anywhere (`10/20`); croner wants to be told where it ends (`10-59/20`). */
const stepping = (field: string, last: number): string => field.replace(/(?<![-\d])(\d+)\/(\d+)/g, `$1-${last}/$2`);
