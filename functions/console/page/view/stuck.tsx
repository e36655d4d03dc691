import type { Caseloop } from '../../../../client/caseloop.ts';
import { useLive } from '../data/live.ts';
import { useDesk } from '../desk.ts';
import { moment, number } from '../format.ts';
import { Ago, CaseLink, Loaded, RunbookLink, Section } from './pieces.tsx';
import { machines, RunTable } from './runs.tsx';

/** What does not go on by itself, and why. */
export function Stuck() {
  const { words } = useDesk();
  return (
    <>
      <h1 class="unseen">{words.stuck}</h1>
      <ForPeople />
      <BadRuns />
      <Sweep />
    </>
  );
}

const failedSteps = async (api: Caseloop) => {
  const { items } = await api.listTasks({ query: { team: 'operations', limit: 100 } });
  return items.filter(({ kind }) => kind === 'failed-step');
};

function ForPeople() {
  const { api, words, language } = useDesk();
  const said = words.list;
  const { data, problem } = useLive('failed steps', () => failedSteps(api));
  return (
    <Section title={said.forPeople} why={said.forPeopleWhy}>
      <Loaded data={data} problem={problem}>
        {data?.length === 0 && <p class="note">{said.nothingForPeople}</p>}
        <ul class="rows">
          {data?.map((task) => (
            <li key={task.taskId}>
              <CaseLink caseId={task.caseId} /> <code>{task.step}</code>
              <span class="aside">
                <Ago at={task.openedAt} /> · {said.due} {moment(task.dueAt, language)}
                {task.assignee && (
                  <>
                    {' · '}
                    <bdi>{task.assignee}</bdi>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Loaded>
    </Section>
  );
}

async function badRuns(api: Caseloop) {
  const wanted = machines
    .filter((machine) => machine !== 'survey')
    .flatMap((machine) => (['FAILED', 'TIMED_OUT', 'ABORTED'] as const).map((status) => ({ machine, status })));
  const pages = await Promise.all(wanted.map((query) => api.listAllRuns({ query: { ...query, limit: 10 } })));
  return pages.flatMap(({ items }) => items).sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}

function BadRuns() {
  const { api, words } = useDesk();
  const said = words.list;
  const { data, problem } = useLive('bad runs', () => badRuns(api));
  return (
    <Section title={said.badRuns} why={said.badRunsWhy}>
      <Loaded data={data} problem={problem}>
        {data && <RunTable rows={data} title={said.badRuns} empty={said.noBadRuns} />}
      </Loaded>
    </Section>
  );
}

function Sweep() {
  const { api, words, term, language } = useDesk();
  const said = words.list;
  const { data, problem } = useLive('sweep', () => api.showReconciliation());
  const figures = data?.at && [moment(data.at, language), number(data.open, language), number(data.live, language)];
  return (
    <Section title={said.sweep} why={said.sweepWhy}>
      <Loaded data={data} problem={problem}>
        <p class="note">{figures ? said.swept(...(figures as [string, string, string])) : said.noSweep}</p>
        {figures && data?.repaired.length === 0 && data.failed.length === 0 && <p class="note good">{said.fits}</p>}
        <ul class="rows">
          {data?.repaired.map(({ caseId, unexplained, repair }) => (
            <li key={`${caseId} ${unexplained}`}>
              <CaseLink caseId={caseId} /> {term('unexplained', unexplained)}
              <span class="aside">
                {said.repaired}: {term('repair', repair)}
              </span>{' '}
              <RunbookLink section="unexplained-cases" />
            </li>
          ))}
          {data?.failed.map((caseId) => (
            <li key={caseId}>
              <CaseLink caseId={caseId} /> <span class="pill bad">{said.failed}</span>
            </li>
          ))}
        </ul>
      </Loaded>
    </Section>
  );
}
