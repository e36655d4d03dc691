import type { Language } from '../../shared/language.ts';

/** How satisfied somebody is, from 1 (very dissatisfied) to 5 (very satisfied). */
export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** What each score means, in words. */
export const scoreWords: Record<Language, Record<Score, string>> = {
  en: {
    1: 'Very dissatisfied',
    2: 'Dissatisfied',
    3: 'Neither satisfied nor dissatisfied',
    4: 'Satisfied',
    5: 'Very satisfied',
  },
  fa: {
    1: 'خیلی ناراضی',
    2: 'ناراضی',
    3: 'نه راضی، نه ناراضی',
    4: 'راضی',
    5: 'خیلی راضی',
  },
};
