import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../../shared/language.ts';
import { apiOf } from '../data/api.ts';
import { DeskProvider } from '../desk.ts';
import { hashOf, type Place, placeOf } from '../place.ts';
import { settings } from '../settings.ts';
import { comeBack, signIn } from '../sign-in/oidc.ts';
import { mayLook, type Session, session } from '../sign-in/session.ts';
import { direction, words } from '../words/words.ts';
import { Door } from './door.tsx';
import { Frame } from './frame.tsx';

type Standing = { is: 'outside' } | { is: 'coming' } | { is: 'inside'; me: Session } | { is: 'lost'; problem: unknown };

/** The whole page: whoever has not signed in stands at the door. */
export function Console() {
  const [standing, stand] = useState<Standing>({ is: 'coming' });
  const [language, speak] = useLanguage();
  useEffect(() => {
    comeBack()
      .then((back) => back ?? session.get())
      .then((me) => stand(me ? { is: 'inside', me } : { is: 'outside' }))
      .catch((problem: unknown) => stand({ is: 'lost', problem }));
  }, []);
  const enter = useCallback(() => {
    stand({ is: 'coming' });
    signIn().catch((problem: unknown) => stand({ is: 'lost', problem }));
  }, []);
  if (standing.is !== 'inside') return <Door standing={standing.is} language={language} speak={speak} enter={enter} />;
  const { me } = standing;
  if (!mayLook(me)) return <Door standing="stranger" me={me} language={language} speak={speak} enter={enter} />;
  return <Inside me={me} language={language} speak={speak} enter={enter} />;
}

type InsideProps = { me: Session; language: Language; speak: (language: Language) => void; enter: () => void };

function Inside({ me, language, speak, enter }: InsideProps) {
  const [place, move] = useState<Place>(() => placeOf(location.hash));
  useEffect(() => {
    const moved = () => move(placeOf(location.hash));
    addEventListener('hashchange', moved);
    moved(); // somebody may have gone elsewhere before anybody listened
    return () => removeEventListener('hashchange', moved);
  }, []);
  // Whose time is up goes to the issuer, who knows them, and is back where they were.
  const api = useMemo(() => {
    let left = false;
    return apiOf(me, () => {
      if (left) return;
      left = true;
      session.forget();
      enter();
    });
  }, [me, enter]);
  const go = useCallback((to: Partial<Place>) => {
    location.hash = hashOf({ ...placeOf(location.hash), ...to });
  }, []);
  const desk = useMemo(() => ({ api, me, language, place, go }), [api, me, language, place, go]);
  return (
    <DeskProvider value={desk}>
      <Frame speak={speak} />
    </DeskProvider>
  );
}

function useLanguage(): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(() => {
    const kept = localStorage.getItem('caseloop.language') ?? navigator.language;
    return kept.startsWith('fa') ? 'fa' : 'en';
  });
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction[language];
    document.title = `${words[language].console} – ${settings.organisation}`;
  }, [language]);
  const speak = (chosen: Language) => {
    localStorage.setItem('caseloop.language', chosen);
    setLanguage(chosen);
  };
  return [language, speak];
}
