import type { Language } from '../../../shared/language.ts';
import { frameWords } from './frame-words.ts';
import { listWords } from './list-words.ts';

const wordsIn = (language: Language) => ({ ...frameWords[language], list: listWords[language] });

/** Everything the page says, in every language: a word that is missing does not compile. */
export const words = { en: wordsIn('en'), fa: wordsIn('fa') };
export type Words = ReturnType<typeof wordsIn>;
