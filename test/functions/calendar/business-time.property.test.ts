import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addBusinessTime,
  businessTimeBetween,
  intervalsBetween,
  nextWorkingMoment,
} from '../../../functions/calendar/business-time.ts';
import { berlin } from '../../../functions/calendar/shipped-calendars.ts';
import { instant, minute } from '../../../functions/shared/now.ts';
import { anyCalendar, kinds, places, watch } from './minute-counter.ts';

describe.each(places)('somebody who counts the minutes in %s', (place) => {
  const watched = watch(place);
  const at = (index: number) => instant(watched.start + index * minute);
  // The first two days show what the clock showed before, the last is where added time may end.
  const from = fc.integer({ min: 2 * 1440, max: 7 * 1440 });
  const upTo = (index: number) => fc.integer({ min: index, max: 7 * 1440 });
  const stretch = from.chain((begin) => fc.tuple(fc.constant(begin), upTo(begin)));
  const cases = fc.tuple(anyCalendar(watched), stretch);

  test('counts the same', () => {
    fc.assert(
      fc.property(cases, ([calendar, [begin, end]]) => {
        const counted = kinds(watched, calendar).slice(begin, end);
        const worked = counted.filter((kind) => kind === 'working').length;
        expect(businessTimeBetween(calendar, at(begin), at(end))).toBe(worked * minute);
      }),
      { numRuns: 25 },
    );
  });

  test('comes to the same kind of time in each minute', () => {
    fc.assert(
      fc.property(cases, ([calendar, [begin, end]]) => {
        const counted = kinds(watched, calendar).slice(begin, end);
        const pieces = intervalsBetween(calendar, at(begin), at(end));
        const told = pieces.flatMap((piece) =>
          Array<string>((Date.parse(piece.to) - Date.parse(piece.from)) / minute).fill(
            piece.kind === 'holiday' ? piece.name : piece.kind,
          ),
        );
        expect(told.join()).toBe(counted.join());
        expect(pieces.slice(1).map((piece) => piece.from)).toEqual(pieces.slice(0, -1).map((piece) => piece.to));
      }),
      { numRuns: 15 },
    );
  });

  test('is done at the same minute, and goes to work at the same minute', () => {
    fc.assert(
      fc.property(cases, ([calendar, [begin, end]]) => {
        const counted = kinds(watched, calendar);
        const worked = counted.flatMap((kind, index) =>
          kind === 'working' && index >= begin && index < end ? index : [],
        );
        const [first, last] = [worked[0], worked.at(-1)];
        if (first === undefined || last === undefined) return;
        expect(nextWorkingMoment(calendar, at(begin))).toBe(at(first));
        expect(addBusinessTime(calendar, at(begin), worked.length * minute)).toBe(at(last + 1));
      }),
      { numRuns: 15 },
    );
  });
});

describe('to the millisecond', () => {
  const moment = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) }).map(instant);
  const duration = fc.integer({ min: 0, max: 3_000_000_000 });

  test('so much working time passes until time was added as was added, and none of it later than needed', () => {
    fc.assert(
      fc.property(moment, duration, (from, added) => {
        const until = addBusinessTime(berlin, from, added);
        expect(businessTimeBetween(berlin, from, until)).toBe(added);
        if (added > 0) expect(businessTimeBetween(berlin, from, instant(Date.parse(until) - 1))).toBe(added - 1);
      }),
    );
  });

  test('the parts of a time come to the whole', () => {
    fc.assert(
      fc.property(fc.uniqueArray(moment, { minLength: 3, maxLength: 3 }), (moments) => {
        const [a, b, c] = moments.sort() as [string, string, string];
        const whole = businessTimeBetween(berlin, a, c);
        expect(businessTimeBetween(berlin, a, b) + businessTimeBetween(berlin, b, c)).toBe(whole);
      }),
    );
  });
});
