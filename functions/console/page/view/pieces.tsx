import type { ComponentChildren } from 'preact';
import { Problem } from '../../../../client/problem.ts';
import { caseReference } from '../../../shared/case-reference.ts';
import { serviceNow } from '../data/api.ts';
import { useDesk } from '../desk.ts';
import { lasting, moment, number } from '../format.ts';
import { toCase } from '../place.ts';
import { settings } from '../settings.ts';

export type Tone = 'calm' | 'busy' | 'good' | 'wait' | 'bad';
const tones: Record<string, Tone> = {
  ...{ open: 'busy', RUNNING: 'busy', claimed: 'busy', running: 'busy' },
  ...{ SUCCEEDED: 'good', completed: 'good', stopped: 'good' },
  ...{ FAILED: 'bad', TIMED_OUT: 'bad', paused: 'wait', PENDING_REDRIVE: 'wait', ABORTED: 'wait' },
};

/** A state in one word; its colour says it again to those who see it. */
export function Pill({ value, kind, tone }: { value: string; kind: string; tone?: Tone }) {
  const { term } = useDesk();
  return <span class={`pill ${tone ?? tones[value] ?? 'calm'}`}>{term(kind, value)}</span>;
}

/** How long ago that was, and when exactly for whoever asks. */
export function Ago({ at, until }: { at: string; until?: string | undefined }) {
  const { language } = useDesk();
  const ms = (until ? Date.parse(until) : serviceNow()) - Date.parse(at);
  return (
    <time class="figure" dateTime={at} title={moment(at, language)}>
      {lasting(ms, language)}
    </time>
  );
}

/** Which cycle of its case a run works on, and at which attempt. */
export function RunName({ runId }: { runId: string }) {
  const { words, language } = useDesk();
  const [, cycle = '', attempt] = /^[^-]+-(\d+)(?:-r(\d+))?/.exec(runId) ?? [];
  return (
    <bdi class="figure">
      {number(Number(cycle), language)}
      {attempt && ` · ${words.run.attempt(number(Number(attempt), language))}`}
    </bdi>
  );
}

/** A case by the name people have for it. */
export function CaseLink({ caseId }: { caseId: string }) {
  return (
    <a class="reference" href={toCase(caseId)} title={caseId}>
      {caseReference(caseId)}
    </a>
  );
}

/** What went wrong, in words of ours; the service's own say more to whoever operates it. */
export function Wrong({ problem }: { problem: unknown }) {
  const { words } = useDesk();
  const status = problem instanceof Problem ? problem.status : 0;
  const said = { 403: words.notAllowed, 404: words.notThere }[status] ?? words.notNow;
  return (
    <p class={status === 403 || status === 404 ? 'note' : 'note bad'} role="status">
      {said}
    </p>
  );
}

export function Section({ title, why, children }: { title: string; why?: string; children: ComponentChildren }) {
  return (
    <section class="section">
      <h2>{title}</h2>
      {why && <p class="why">{why}</p>}
      {children}
    </section>
  );
}

/** What is asked for, once it is there; before, that it is on its way; and what is wrong with it. */
export function Loaded({ data, problem, children }: { data: unknown; problem?: unknown; children: ComponentChildren }) {
  const { words } = useDesk();
  return (
    <>
      {problem !== undefined && <Wrong problem={problem} />}
      {data === undefined && problem === undefined && (
        <p class="note" role="status">
          {words.loading}
        </p>
      )}
      {data !== undefined && children}
    </>
  );
}

/** What to do about it, in the runbook of whoever runs this; where that is not known, which section it is. */
export function RunbookLink({ section }: { section: string }) {
  const { words } = useDesk();
  const said = `${words.run.runbook}: ${section}`;
  const { runbook } = settings;
  if (!runbook) return <span class="aside">{said}</span>;
  return (
    <a href={`${runbook}#${section}`} rel="noreferrer">
      {said}
    </a>
  );
}
