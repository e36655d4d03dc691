import { useState } from 'preact/hooks';
import type { Caseloop } from '../../../../client/caseloop.ts';
import { useLive } from '../data/live.ts';
import { useDesk } from '../desk.ts';
import { moment } from '../format.ts';
import { toRun } from '../place.ts';
import { Choose, Filters } from './filter.tsx';
import { Ago, CaseLink, Loaded, Pill, RunName } from './pieces.tsx';

export type RunRow = Awaited<ReturnType<Caseloop['listAllRuns']>>['items'][number];
export const machines = ['case', 'complaint', 'investigation', 'survey'] as const;
const statuses = ['', 'RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** The runs of one workflow by state, the newest first. */
export function Runs() {
  const { api, place, words, term } = useDesk();
  const { machine = 'case', status = '' } = place.filters;
  const [limit, setLimit] = useState(50);
  const query = { machine: machine as 'case', limit, ...(status && { status: status as 'RUNNING' }) };
  const { data, problem } = useLive(`runs ${JSON.stringify(query)}`, () => api.listAllRuns({ query }));
  const said = words.list;
  return (
    <>
      <h1 class="unseen">{words.runs}</h1>
      <Filters>
        <Choose name="machine" label={said.machine} options={machines.map((one) => [one, term('machine', one)])} />
        <Choose
          name="status"
          label={said.status}
          options={statuses.map((one) => [one, one ? term('run', one) : said.anyStatus])}
        />
      </Filters>
      <Loaded data={data} problem={problem}>
        {data && <RunTable rows={data.items} title={words.runs} empty={said.noRuns} />}
        {data?.next && limit < 100 && (
          <button type="button" onClick={() => setLimit(100)}>
            {said.more}
          </button>
        )}
      </Loaded>
    </>
  );
}

type TableProps = { rows: readonly RunRow[]; title: string; empty: string };

export function RunTable({ rows, title, empty }: TableProps) {
  const { words, term, language } = useDesk();
  const said = words.list;
  if (rows.length === 0) return <p class="note">{empty}</p>;
  return (
    <table class="list">
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{said.run}</th>
          <th scope="col">{said.status}</th>
          <th scope="col">{said.lasted}</th>
          <th scope="col">{said.started}</th>
          <th scope="col">{said.case}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ runId, caseId, machine, status, startedAt, stoppedAt }) => (
          <tr key={runId}>
            <th scope="row">
              {caseId ? (
                <a href={toRun(caseId, runId)} title={runId}>
                  {term('machine', machine)} <RunName runId={runId} />
                </a>
              ) : (
                <bdi>{runId}</bdi>
              )}
            </th>
            <td>
              <Pill kind="run" value={status} />
            </td>
            <td>
              <Ago at={startedAt} until={stoppedAt} />
            </td>
            <td class="figure">{moment(startedAt, language)}</td>
            <td>{caseId && <CaseLink caseId={caseId} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
