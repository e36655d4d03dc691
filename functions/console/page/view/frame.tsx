import type { Language } from '../../../shared/language.ts';
import { useDesk } from '../desk.ts';
import { hashOf, type View } from '../place.ts';
import { settings } from '../settings.ts';
import { signOut } from '../sign-in/oidc.ts';
import { Case } from './case.tsx';
import { Cases } from './cases.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Run } from './run.tsx';
import { Runs } from './runs.tsx';
import { Stuck } from './stuck.tsx';

const sections = ['cases', 'runs', 'stuck'] as const;
const sectionOf: Record<View, (typeof sections)[number]> = {
  ...{ cases: 'cases', case: 'cases', run: 'cases', runs: 'runs', stuck: 'stuck' },
};

/** What stands around every view: where one is, who one is, and in which language. */
export function Frame({ speak }: { speak: (language: Language) => void }) {
  const { words, language, me, place } = useDesk();
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {words.skip}
      </button>
      <header class="bar">
        <p class="mark">
          Caseloop <span>{settings.organisation}</span>
        </p>
        <nav aria-label={words.sections}>
          {sections.map((section) => (
            <a
              key={section}
              href={hashOf({ view: section, filters: {} })}
              aria-current={sectionOf[place.view] === section ? 'page' : undefined}
            >
              {words[section]}
            </a>
          ))}
        </nav>
        <p class="me">
          <bdi>{me.name}</bdi> <span>{me.roles.join(', ')}</span>
        </p>
        <LanguageSwitch language={language} speak={speak} />
        <button type="button" class="quiet" onClick={() => signOut()}>
          {words.signOut}
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        <Content />
      </main>
    </>
  );
}

function Content() {
  const { view, caseId, runId } = useDesk().place;
  if (caseId && runId) return <Run key={runId} caseId={caseId} runId={runId} />;
  if (caseId) return <Case key={caseId} caseId={caseId} />;
  if (view === 'runs') return <Runs />;
  if (view === 'stuck') return <Stuck />;
  return <Cases />;
}
