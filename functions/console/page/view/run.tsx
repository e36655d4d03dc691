import { useMemo, useState } from 'preact/hooks';
import { caseReference } from '../../../shared/case-reference.ts';
import { caseNow, definitionOf, historyOf } from '../data/case.ts';
import { useFollowing, useLive } from '../data/live.ts';
import { useDesk } from '../desk.ts';
import { lastReached, runGraph } from '../graph/run-graph.ts';
import { toCase } from '../place.ts';
import { Attention } from './attention.tsx';
import { Graph } from './graph.tsx';
import { Ago, Loaded, Pill, RunName } from './pieces.tsx';
import { StatePanel } from './state-panel.tsx';

/** One run as the graph of its workflow, and what happened in the state that is chosen. */
export function Run({ caseId, runId }: { caseId: string; runId: string }) {
  const { api, words, term, place, go } = useDesk();
  const [all, showAll] = useState(false);
  const now = useLive(`case ${caseId}`, () => caseNow(api, caseId));
  const run = now.data?.runs.find((one) => one.runId === runId);
  const history = useLive(`history ${runId}`, () => historyOf(api, caseId, runId));
  const machine = useFollowing(`machine ${run?.machine}`, run?.machine, () => definitionOf(api, run?.machine ?? ''));
  const graph = useMemo(
    () => machine.data && history.data && runGraph(machine.data, history.data, all),
    [machine.data, history.data, all],
  );
  const named = (name: string | undefined) => graph?.states.find((one) => one.name === name);
  const chosen = named(place.filters.state) ?? named(graph && lastReached(graph));
  return (
    <>
      <header class="head">
        <p class="crumbs">
          <a href={toCase(caseId)}>
            {term('type', now.data?.shown.type)} <span class="reference">{caseReference(caseId)}</span>
          </a>
        </p>
        <h1>
          {term('machine', run?.machine)} <RunName runId={runId} />
        </h1>
        {run && <Pill kind="run" value={run.status} />}
        {run && (
          <span class="aside">
            <Ago at={run.startedAt} until={run.stoppedAt} />
          </span>
        )}
        <label class="check">
          <input type="checkbox" checked={all} onChange={(event) => showAll(event.currentTarget.checked)} />
          {words.run.everyState}
        </label>
      </header>
      {now.data && run && run.status !== 'SUCCEEDED' && <Attention now={now.data} mails={[]} done={now.again} />}
      <Loaded data={graph} problem={now.problem ?? history.problem ?? machine.problem}>
        {graph && (
          <div class="run">
            <Graph
              graph={graph}
              title={words.run.graph(term('machine', run?.machine))}
              chosen={chosen?.name}
              choose={(state) => go({ filters: { ...place.filters, state } })}
            />
            <StatePanel state={chosen} ending={graph.ending} />
          </div>
        )}
      </Loaded>
    </>
  );
}
