import type { Run } from '../data/case.ts';
import { useDesk } from '../desk.ts';
import { toRun } from '../place.ts';
import { Ago, Pill, RunName, Section } from './pieces.tsx';

/** Every run of a case; each leads to its graph. */
export function RunList({ caseId, runs }: { caseId: string; runs: readonly Run[] }) {
  const { words, term } = useDesk();
  return (
    <Section title={words.case.runs}>
      <ul class="rows">
        {runs.map(({ runId, machine, status, startedAt, stoppedAt, error }) => (
          <li key={runId}>
            <a href={toRun(caseId, runId)} title={runId}>
              {term('machine', machine)} <RunName runId={runId} />
            </a>{' '}
            <Pill kind="run" value={status} />
            <span class="aside">
              <Ago at={startedAt} until={stoppedAt} />
              {error && (
                <>
                  {' · '}
                  <code>{error}</code>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
