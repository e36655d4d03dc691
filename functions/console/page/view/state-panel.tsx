import { useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { instant, lasting, number } from '../format.ts';
import type { GraphState, Status } from '../graph/run-graph.ts';
import { tidy } from '../graph/tidy.ts';
import { detailsOf, type Ending, startedBy, type Visit } from '../graph/visits.ts';
import { toRun } from '../place.ts';
import { RunbookLink } from './pieces.tsx';

const tones: Record<Status, string> = {
  ...{ 'not-reached': '', running: 'busy', waiting: 'wait', succeeded: 'good' },
  ...{ caught: 'caught', failed: 'bad', stopped: 'wait' },
};

/** What went into a state, what came out, and what happened in between; each time that the run was in it. */
export function StatePanel({ state, ending }: { state: GraphState | undefined; ending: Ending | undefined }) {
  const { words, language } = useDesk();
  const [chosen, choose] = useState<{ state: string; visit: number }>();
  const said = words.run;
  const last = (state?.visits.length ?? 0) - 1;
  const index = chosen && chosen.state === state?.name && chosen.visit <= last ? chosen.visit : last;
  const visit = state?.visits[index];
  return (
    <aside class="panel" aria-live="polite">
      {ending && <EndOfRun ending={ending} />}
      {!state && <p class="note">{said.choose}</p>}
      {state && (
        <>
          <h2>
            <bdi>{state.name}</bdi> <span class={`pill ${tones[state.status]}`}>{said.status[state.status]}</span>
          </h2>
          {state.former && <p class="note">{said.former}</p>}
          {last > 0 && (
            <p class="visits">
              {state.visits.map((_, at) => (
                <button
                  key={at}
                  type="button"
                  aria-pressed={at === index}
                  onClick={() => choose({ state: state.name, visit: at })}
                >
                  {said.visit(number(at + 1, language))}
                </button>
              ))}
            </p>
          )}
          {visit && <OneVisit visit={visit} />}
        </>
      )}
    </aside>
  );
}

function EndOfRun({ ending }: { ending: Ending }) {
  const { words } = useDesk();
  if (ending.how === 'succeeded') return null;
  return (
    <p class="ending">
      <b>{words.run.ended[ending.how]}</b> {ending.error && <code>{ending.error}</code>} <bdi>{tidy(ending.cause)}</bdi>{' '}
      <RunbookLink section={ending.how === 'failed' ? 'run-failed' : 'run-timed-out'} />
    </p>
  );
}

function OneVisit({ visit }: { visit: Visit }) {
  const { words, language } = useDesk();
  const said = words.run;
  const runId = startedBy(visit);
  const { enteredAt, exitedAt, tries, failures, input, output, events } = visit;
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{said.entered}</dt>
          <dd class="figure">{instant(enteredAt, language)}</dd>
        </div>
        {exitedAt && (
          <div>
            <dt>{said.lasted}</dt>
            <dd class="figure">{lasting(Date.parse(exitedAt) - Date.parse(enteredAt), language)}</dd>
          </div>
        )}
        {tries > 0 && (
          <div>
            <dt>{said.tries}</dt>
            <dd>{number(tries, language)}</dd>
          </div>
        )}
      </dl>
      {failures.length > 0 && (
        <>
          <h3>{said.failures}</h3>
          <ol class="failures">
            {failures.map(({ at, error, cause }) => (
              <li key={at}>
                <time dateTime={at}>{instant(at, language)}</time> <code>{error}</code>
                <p dir="auto">{tidy(cause)}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      {runId && (
        <p class="aside">
          {said.itsRun}: <a href={toRun(runId.split('-')[0] ?? '', runId)}>{runId.split('-').slice(1).join('-')}</a>
        </p>
      )}
      <Data title={said.input} text={input} />
      <Data title={said.output} text={output} />
      <details>
        <summary>
          {said.events} ({number(events.length, language)})
        </summary>
        <ol class="events">
          {events.map((event) => (
            <li key={event.id}>
              <details>
                <summary>
                  <span class="figure">{number(event.id, language)}</span> <code>{event.type}</code>{' '}
                  <time dateTime={event.timestamp}>{instant(event.timestamp, language)}</time>
                </summary>
                <pre dir="ltr">{tidy(JSON.stringify(detailsOf(event)))}</pre>
              </details>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

function Data({ title, text }: { title: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <details open>
      <summary>{title}</summary>
      <pre dir="ltr">{tidy(text)}</pre>
    </details>
  );
}
