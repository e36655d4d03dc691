import { expect, test } from 'vitest';
import { isAtWork } from '../../../functions/reminder/working-hours.ts';
import { hour, after as later } from '../../../functions/shared/now.ts';

const zones = ['Europe/Berlin', 'Asia/Tehran', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'];
const clockIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

test.each(zones)('nobody in %s is written to before eight or from six on, on any day of the year', (timeZone) => {
  const clock = clockIn(timeZone);
  for (let hours = 0; hours < 366 * 24; hours++) {
    const at = later('2026-01-01T00:00:00.000Z', hours * hour);
    const time = clock.format(Date.parse(at));
    expect(isAtWork(timeZone, at), `${at} ${time}`).toBe(time >= '08:00' && time < '18:00');
  }
});

test.each(zones)('whenever something comes due in %s, its reminder goes out within fifteen hours', (timeZone) => {
  for (let hours = 0; hours < 7 * 24; hours++) {
    const due = later('2026-10-24T00:17:00.000Z', hours * hour); // clocks are put back on the 25th in Europe
    const sweeps = Array.from({ length: 16 }, (_, hours) => later(due, hours * hour));
    expect(
      sweeps.some((at) => isAtWork(timeZone, at)),
      due,
    ).toBe(true);
  }
});
