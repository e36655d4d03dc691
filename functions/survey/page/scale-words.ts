import type { Language } from '../../shared/language.ts';
import type { Rated } from '../survey-fact.ts';
import { scoreWords } from './score-words.ts';

type Labels = Partial<Record<number, string>>;

/** What the points of a scale are called: all of them, or its two ends. The same in every survey, so that results compare. */
export const scaleWords: Record<Language, Record<Rated, Labels>> = {
  en: {
    csat: scoreWords.en,
    nps: { 0: 'Not at all likely', 10: 'Extremely likely' },
    ces: { 1: 'Very difficult', 7: 'Very easy' },
    likert: {
      1: 'Strongly disagree',
      2: 'Disagree',
      3: 'Neither agree nor disagree',
      4: 'Agree',
      5: 'Strongly agree',
    },
  },
  fa: {
    csat: scoreWords.fa,
    nps: { 0: 'به هیچ وجه', 10: 'حتماً' },
    ces: { 1: 'خیلی سخت', 7: 'خیلی آسان' },
    likert: { 1: 'کاملاً مخالفم', 2: 'مخالفم', 3: 'نه موافقم، نه مخالف', 4: 'موافقم', 5: 'کاملاً موافقم' },
  },
};
