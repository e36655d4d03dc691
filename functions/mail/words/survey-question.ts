import type { Language } from '../../shared/language.ts';
import type { Rated } from '../../survey/survey-fact.ts';
import type { SurveyAbout } from './letter.ts';
import type { Reader } from './reader.ts';

/** What each scale asks, where the points that a mail offers stand for themselves. */
type Words = Record<Exclude<Rated, 'csat'>, string> & { csat: Record<SurveyAbout, string> };

const words: Record<Language, Words> = {
  en: {
    csat: {
      case: 'How satisfied are you with the way we handled your case?',
      recovery: 'How satisfied are you now?',
      relationship: 'How satisfied are you with us?',
    },
    nps: 'How likely are you to recommend us to others?',
    ces: 'How easy did we make it for you?',
    likert: 'We would like to hear your opinion',
  },
  fa: {
    csat: {
      case: 'از رسیدگی ما به پرونده‌تان چقدر راضی هستید؟',
      recovery: 'اکنون چقدر راضی هستید؟',
      relationship: 'از ما چقدر راضی هستید؟',
    },
    nps: 'چقدر احتمال دارد ما را به دیگران پیشنهاد کنید؟',
    ces: 'کار با ما برای شما چقدر آسان بود؟',
    likert: 'مشتاق شنیدن نظر شما هستیم',
  },
};

/** The question of a survey in the words of its scale; the page asks it in its own. */
export function surveyQuestion(about: SurveyAbout, scale: Rated, { language }: Pick<Reader, 'language'>): string {
  const say = words[language];
  return scale === 'csat' ? say.csat[about] : say[scale];
}
