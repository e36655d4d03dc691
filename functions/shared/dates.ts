import type { Language } from './language.ts';

/** A moment: a `Date`, milliseconds since 1970, or an ISO 8601 string. */
export type Moment = Date | number | string;

// Persian readers use the Solar Hijri calendar and their own digits.
const locales = { en: 'en-GB', fa: 'fa-IR-u-ca-persian-nu-arabext' } satisfies Record<Language, string>;
const beforeTime = { en: ' at ', fa: ' ساعت ' } satisfies Record<Language, string>;

/**
 * The day as people write it: `9 October 2025`, `۱۷ مهر ۱۴۰۴`.
 * @throws {RangeError} for a moment or a time zone that does not exist
 */
export const formatDate = (moment: Moment, language: Language, timeZone: string): string =>
  format(moment, language, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });

/** The day and the time of day, always in 24 hours: `9 October 2025 at 14:30`, `۱۷ مهر ۱۴۰۴ ساعت ۱۴:۳۰`; with seconds if they matter. */
export const formatDateTime = (
  moment: Moment,
  language: Language,
  timeZone: string,
  exact: { second?: '2-digit' } = {},
): string =>
  formatDate(moment, language, timeZone) +
  beforeTime[language] +
  format(moment, language, { timeZone, hour: '2-digit', minute: '2-digit', ...exact, hourCycle: 'h23' });

/** A number in the language's digits, grouped by thousands: `12,345`, `۱۲٬۳۴۵`. */
export const formatNumber = (value: number, language: Language): string => numbers[language].format(value);

const numbers = { en: new Intl.NumberFormat(locales.en), fa: new Intl.NumberFormat(locales.fa) };

// Making a format takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(moment: Moment, language: Language, options: Intl.DateTimeFormatOptions): string {
  const name = JSON.stringify([language, options]);
  const known = formats.get(name) ?? new Intl.DateTimeFormat(locales[language], options);
  formats.set(name, known);
  return known.format(new Date(moment));
}
