import { day, hour, minute } from '../shared/now.ts';

/** What the clocks of a time zone show. A local time is written as the instant at which a clock in UTC shows the same. */
export type Zone = {
  /** How far local time is ahead of UTC at this instant (milliseconds). */
  offsetAt(at: number): number;
  /**
   * The first instant at which the clock on the wall shows this local time or a later one. A time that is skipped
   * begins when the skip does; of a time that is shown twice the first counts.
   */
  firstShowing(local: number): number;
};

// Two functions over the platform's own data. The smallest library that knows of skipped times (temporal-polyfill)
// takes 55 KB, a quarter of what a handler may have, and still leaves the choice above to us.
const zones = new Map<string, Zone>();

/** @throws RangeError for a zone that does not exist */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const offsetAt = remembering(measuring(name));
  const zone = { offsetAt, firstShowing: (local: number) => firstShowing(offsetAt, local) };
  zones.set(name, zone);
  return zone;
}

export function isTimeZone(name: string): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
}

function measuring(timeZone: string): Zone['offsetAt'] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (at) => {
    // `11/23/2026, GMT+03:30`; before time was made even, seconds too; Greenwich itself is `GMT`.
    const [, sign, hours = 0, minutes = 0, seconds = 0] =
      /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(at)) ?? [];
    const offset = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * 1000;
    return sign === '-' ? -offset : offset;
  };
}

/** Asking the platform takes microseconds. An offset that is the same at both ends of a day held all day. */
function remembering(measure: Zone['offsetAt']): Zone['offsetAt'] {
  const midnights = new Map<number, number>();
  const atMidnight = (number: number): number => {
    const known = midnights.get(number);
    if (known !== undefined) return known;
    const offset = measure(number * day);
    midnights.set(number, offset);
    return offset;
  };
  return (at) => {
    const offset = atMidnight(Math.floor(at / day));
    return offset === atMidnight(Math.floor(at / day) + 1) ? offset : measure(at);
  };
}

function firstShowing(offsetAt: Zone['offsetAt'], local: number): number {
  // No clock is a day away from UTC, so what it changed from and to is seen a day before and after.
  const before = offsetAt(local - day);
  const after = offsetAt(local + day);
  if (before === after) return local - before;
  const change = firstChange(offsetAt, local - day, local + day);
  return local - before < change ? local - before : Math.max(change, local - after);
}

/** The first millisecond with another offset than `from` has. */
function firstChange(offsetAt: Zone['offsetAt'], from: number, to: number): number {
  let [same, other] = [from, to];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(middle) === offsetAt(from)) same = middle;
    else other = middle;
  }
  return other;
}
