import { describe, expect, test } from 'vitest';
import { formatDate, formatDateTime, formatNumber } from '../../../functions/shared/dates.ts';

const tehran = 'Asia/Tehran';

describe('a day', () => {
  test.each([
    ['2024-03-20T00:00:00Z', '۱ فروردین ۱۴۰۳'],
    ['2025-03-20T12:00:00Z', '۳۰ اسفند ۱۴۰۳'], // 1403 is a leap year
    ['2025-03-21T12:00:00Z', '۱ فروردین ۱۴۰۴'],
    ['2025-09-22T12:00:00Z', '۳۱ شهریور ۱۴۰۴'],
    ['2025-09-23T12:00:00Z', '۱ مهر ۱۴۰۴'],
    ['1979-02-11T12:00:00Z', '۲۲ بهمن ۱۳۵۷'],
  ])('is written in the Solar Hijri calendar with Persian digits: %s', (instant, written) => {
    expect(formatDate(instant, 'fa', tehran)).toBe(written);
  });

  test('is written out in English, so that nobody takes the day for the month', () => {
    expect(formatDate('2025-10-09T12:00:00Z', 'en', 'Europe/London')).toBe('9 October 2025');
  });

  test('begins at midnight where the reader is', () => {
    const instant = Date.UTC(2025, 2, 20, 20, 30); // midnight in Tehran
    expect(formatDate(instant - 1, 'fa', tehran)).toBe('۳۰ اسفند ۱۴۰۳');
    expect(formatDate(instant, 'fa', tehran)).toBe('۱ فروردین ۱۴۰۴');
    expect(formatDate(instant, 'en', 'UTC')).toBe('20 March 2025');
  });
});

describe('a time', () => {
  test('has the hour of the day where the reader is', () => {
    const instant = new Date('2025-10-09T11:00:00Z');
    expect(formatDateTime(instant, 'en', 'Europe/London')).toBe('9 October 2025 at 12:00');
    expect(formatDateTime(instant, 'fa', tehran)).toBe('۱۷ مهر ۱۴۰۴ ساعت ۱۴:۳۰');
  });

  test('is 00 at midnight, never 24 or 12', () => {
    expect(formatDateTime('2025-10-09T00:05:00Z', 'en', 'UTC')).toBe('9 October 2025 at 00:05');
    expect(formatDateTime('2025-10-09T20:35:00Z', 'fa', tehran)).toBe('۱۸ مهر ۱۴۰۴ ساعت ۰۰:۰۵');
  });

  test('that does not exist is refused', () => {
    expect(() => formatDate('the day after', 'en', 'UTC')).toThrow(RangeError);
    expect(() => formatDate(0, 'en', 'Nowhere/Atlantis')).toThrow(RangeError);
  });
});

test('a number has the digits and the separators of the language', () => {
  expect(formatNumber(1234567, 'en')).toBe('1,234,567');
  expect(formatNumber(1234567, 'fa')).toBe('۱٬۲۳۴٬۵۶۷');
  expect(formatNumber(90, 'fa')).toBe('۹۰');
});
