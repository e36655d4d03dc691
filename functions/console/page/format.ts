import { formatDateTime, formatNumber } from '../../shared/dates.ts';
import type { Language } from '../../shared/language.ts';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const units = [
  { ms: 86_400_000, en: 'd', fa: 'روز' },
  { ms: 3_600_000, en: 'h', fa: 'ساعت' },
  { ms: 60_000, en: 'min', fa: 'دقیقه' },
  { ms: 1_000, en: 's', fa: 'ثانیه' },
] as const;

/** `3 d 4 h`, `۳ روز و ۴ ساعت`: the two largest units, which is as exact as anybody looks. */
export function lasting(ms: number, language: Language): string {
  const whole = Math.max(0, ms);
  const first = units.findIndex((unit) => whole >= unit.ms);
  const shown = units.slice(first < 0 ? 3 : first).slice(0, 2);
  let rest = whole;
  const parts = shown.map((unit) => {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    return { count, text: `${formatNumber(count, language)} ${unit[language]}` };
  });
  const told = parts.filter(({ count }, index) => count > 0 || index === 0).map(({ text }) => text);
  return told.join(language === 'fa' ? ' و ' : ' ');
}

/** By the clock of the reader's desk. */
export const moment = (at: string | number, language: Language): string => formatDateTime(at, language, timeZone);

const clocks: Record<Language, string> = { en: 'en-GB', fa: 'fa-IR-u-ca-persian-nu-arabext' };

/** The time of day with its seconds, and the day when it is not the same: for what follows close upon each other. */
export function instant(at: string | number, language: Language): string {
  const parts = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  return new Intl.DateTimeFormat(clocks[language], { ...parts, timeZone, hourCycle: 'h23' }).format(new Date(at));
}

export const number = formatNumber;
