import type { Language } from '../../../shared/language.ts';
import { settings } from '../settings.ts';
import { signOut } from '../sign-in/oidc.ts';
import type { Session } from '../sign-in/session.ts';
import { words } from '../words/words.ts';
import { LanguageSwitch } from './language-switch.tsx';

type DoorProps = {
  standing: 'outside' | 'coming' | 'lost' | 'stranger';
  me?: Session;
  language: Language;
  speak: (language: Language) => void;
  enter: () => void;
};

/** What those see who are not inside: a way in, or why there is none for them. */
export function Door({ standing, me, language, speak, enter }: DoorProps) {
  const said = words[language];
  const title = { lost: said.signInFailed, stranger: said.notForYou }[standing as string] ?? `Caseloop ${said.console}`;
  return (
    <main class="door">
      <LanguageSwitch language={language} speak={speak} />
      <div class="door-card" aria-busy={standing === 'coming'}>
        <p class="organisation">{settings.organisation}</p>
        <h1>{title}</h1>
        {standing === 'coming' && <p role="status">{said.signingIn}</p>}
        {standing === 'outside' && <p>{settings.clientId ? said.signInWhy : said.noConsole}</p>}
        {me && <p>{said.notForYouWhy(me.name, me.roles.join(', '))}</p>}
        {standing === 'outside' && settings.clientId && (
          <button type="button" class="primary" onClick={enter}>
            {said.signIn}
          </button>
        )}
        {standing === 'lost' && (
          <button type="button" class="primary" onClick={enter}>
            {said.tryAgain}
          </button>
        )}
        {standing === 'stranger' && (
          <button type="button" class="primary" onClick={() => signOut()}>
            {said.signOut}
          </button>
        )}
      </div>
    </main>
  );
}
