import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Caseloop } from '../../../client/caseloop.ts';
import type { Language } from '../../shared/language.ts';
import type { Place } from './place.ts';
import type { Session } from './sign-in/session.ts';
import { termIn } from './words/terms.ts';
import { type Words, words } from './words/words.ts';

/** What every part of the page has at hand. */
export type Desk = {
  api: Caseloop;
  me: Session;
  language: Language;
  place: Place;
  go: (place: Partial<Place>) => void;
};

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

/** `words` of the reader's language, and `term` for what the API calls something. */
export function useDesk(): Desk & { words: Words; term: ReturnType<typeof termIn> } {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('There is no desk around this');
  return { ...desk, words: words[desk.language], term: termIn(desk.language) };
}
