import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noEarlierThan, rightMoment } from '../../../functions/survey/right-moment.ts';

const rules = { restHours: 12, quietHours: { from: '21:00', to: '08:00' } };
const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const never = {};

describe('nobody is asked at night where they are', () => {
  test('somebody who is awake is asked at once', () => {
    expect(rightMoment(at('09:00'), never, 'UTC', rules)).toBe(at('09:00'));
    expect(rightMoment(at('20:59'), never, 'UTC', rules)).toBe(at('20:59'));
  });

  test('in the evening it waits for the next morning, before dawn for this one', () => {
    expect(rightMoment(at('21:00'), never, 'UTC', rules)).toBe('2026-11-24T08:00:00.000Z');
    expect(rightMoment(at('03:00'), never, 'UTC', rules)).toBe(at('08:00'));
    expect(rightMoment(at('08:00'), never, 'UTC', rules)).toBe(at('08:00'));
  });

  test('the night is that of the customer: noon in London is midnight in Auckland', () => {
    expect(rightMoment(at('12:00'), never, 'Pacific/Auckland', rules)).toBe(at('19:00'));
    expect(rightMoment(at('12:00'), never, 'Europe/London', rules)).toBe(at('12:00'));
  });

  test('in Tehran the day is half an hour off, and the morning still begins at eight', () => {
    expect(rightMoment(at('02:00'), never, 'Asia/Tehran', rules)).toBe(at('04:30'));
  });

  test('a night in which the clock changes ends at eight by the new clock', () => {
    expect(rightMoment('2026-10-24T22:00:00.000Z', never, 'Europe/Berlin', rules)).toBe('2026-10-25T07:00:00.000Z');
    expect(rightMoment('2026-03-28T22:00:00.000Z', never, 'Europe/Berlin', rules)).toBe('2026-03-29T06:00:00.000Z');
    expect(rightMoment('2026-10-24T22:00:00.000Z', never, 'Europe/Berlin', rules)).toBe('2026-10-25T07:00:00.000Z');
  });

  test('a rest at noon is kept like a night, and one that ends where it begins is none', () => {
    const noon = { restHours: 0, quietHours: { from: '12:00', to: '14:00' } };
    expect(rightMoment(at('13:00'), never, 'UTC', noon)).toBe(at('14:00'));
    expect(rightMoment(at('23:00'), never, 'UTC', noon)).toBe(at('23:00'));
    expect(rightMoment(at('23:00'), never, 'UTC', { restHours: 0, quietHours: { from: '00:00', to: '00:00' } })).toBe(
      at('23:00'),
    );
  });
});

describe('a survey interrupts no talk (testpilot#1621, coast-clothing#18)', () => {
  test('it waits until the last word is half a day old', () => {
    expect(rightMoment(at('09:00'), { spokeAt: at('08:00') }, 'UTC', rules)).toBe(at('20:00'));
    expect(rightMoment(at('20:00'), { spokeAt: at('08:00') }, 'UTC', rules)).toBe(at('20:00'));
  });

  test('and when the rest ends at night, until the morning', () => {
    expect(rightMoment(at('11:00'), { spokeAt: at('10:00') }, 'UTC', rules)).toBe('2026-11-24T08:00:00.000Z');
  });
});

test('whenever it is, the moment found is not before, never quiet, and at most a day and the rest away', () => {
  const instant = fc
    .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const zone = fc.constantFrom('UTC', 'Asia/Tehran', 'Europe/Berlin', 'Pacific/Auckland', 'America/St_Johns');
  fc.assert(
    fc.property(instant, fc.option(instant, { nil: undefined }), zone, (now, spokeAt, timeZone) => {
      const found = rightMoment(now, spokeAt ? { spokeAt } : {}, timeZone, rules);
      const from = [now, spokeAt ? new Date(Date.parse(spokeAt) + 12 * 3_600_000).toISOString() : now].sort().at(-1);
      expect(found >= (from ?? now)).toBe(true);
      expect(Date.parse(found) - Date.parse(from ?? now)).toBeLessThanOrEqual(12 * 3_600_000);
      const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(
        new Date(found),
      );
      expect(Number(hour)).toBeGreaterThanOrEqual(8);
      expect(Number(hour)).toBeLessThan(21);
    }),
  );
});

test('a function whose clock is behind does not send a run to wait for what has come', () => {
  const turn = '2026-11-24T08:00:00.000Z#0';
  expect(noEarlierThan(turn, '2026-11-24T07:00:00.000Z')).toBe('2026-11-24T08:00:00.000Z');
  expect(noEarlierThan(turn, '2026-11-24T08:00:00.100Z')).toBe('2026-11-24T08:00:00.100Z');
  expect(noEarlierThan('', '2026-11-24T08:00:00.100Z')).toBe('2026-11-24T08:00:00.100Z'); // of an earlier release
});
