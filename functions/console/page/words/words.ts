import type { Language } from '../../../shared/language.ts';
import { actWords } from './act-words.ts';
import { caseWords } from './case-words.ts';
import { frameWords } from './frame-words.ts';
import { listWords } from './list-words.ts';
import { runWords } from './run-words.ts';

const wordsIn = (language: Language) => ({
  ...frameWords[language],
  list: listWords[language],
  case: caseWords[language],
  run: runWords[language],
  act: actWords[language],
});

/** Everything the page says, in every language: a word that is missing does not compile. */
export const words = { en: wordsIn('en'), fa: wordsIn('fa') };
export type Words = ReturnType<typeof wordsIn>;

export const direction = { en: 'ltr', fa: 'rtl' } as const satisfies Record<Language, 'ltr' | 'rtl'>;
