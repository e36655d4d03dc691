import { useState } from 'preact/hooks';
import { findCases, type Row } from '../data/lists.ts';
import { useLive } from '../data/live.ts';
import { useDesk } from '../desk.ts';
import { lasting, moment, number } from '../format.ts';
import { Choose, Filters, Sought } from './filter.tsx';
import { Ago, CaseLink, Loaded, Pill } from './pieces.tsx';

const days = [1, 3, 7, 30];
const BATCH = 50;

/** Cases by state, team, customer and age. */
export function Cases() {
  const { api, place, words } = useDesk();
  const name = JSON.stringify(place.filters);
  const [wanted, want] = useState({ name, rows: BATCH });
  const rows = wanted.name === name ? wanted.rows : BATCH;
  const { data, problem } = useLive(`cases ${name} ${rows}`, () => findCases(api, place.filters, rows));
  return (
    <>
      <h1 class="unseen">{words.cases}</h1>
      <CaseFilters />
      <Loaded data={data} problem={problem}>
        {data && <CaseTable rows={data.rows} />}
        {data?.more && (
          <button type="button" onClick={() => want({ name, rows: data.rows.length + BATCH })}>
            {words.list.more}
          </button>
        )}
      </Loaded>
    </>
  );
}

function CaseFilters() {
  const { words, term, language, place } = useDesk();
  const said = words.list;
  const standings = ['open', 'closed', 'cancelled', 'merged'].map((one) => [one, term('standing', one)] as const);
  // The service keeps no list of everything: any state goes with a team or a customer.
  const any = place.filters.team || place.filters.customer ? [['any', said.anyStatus] as const] : [];
  const ages = days.map((day) => [String(day), said.olderThan(lasting(day * 86_400_000, language))] as const);
  return (
    <Filters>
      <Choose name="status" label={said.status} options={[...standings, ...any]} />
      <Choose name="age" label={said.age} options={[['', said.anyAge], ...ages]} />
      <Sought name="team" label={said.team} hint={said.anyTeam} />
      <Sought name="customer" label={said.customer} hint={said.customerHint} />
    </Filters>
  );
}

function CaseTable({ rows }: { rows: Row[] }) {
  const { words, language } = useDesk();
  const said = words.list;
  if (rows.length === 0) return <p class="note">{said.noCases}</p>;
  return (
    <>
      <table class="list">
        <caption class="unseen">{words.cases}</caption>
        <thead>
          <tr>
            <th scope="col">{said.case}</th>
            <th scope="col">{said.status}</th>
            <th scope="col">{said.age}</th>
            <th scope="col">{said.team}</th>
            <th scope="col">{said.customer}</th>
            <th scope="col">{said.opened}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CaseRow key={row.caseId} row={row} />
          ))}
        </tbody>
      </table>
      <p class="count" role="status">
        {said.shown(number(rows.length, language))}
      </p>
    </>
  );
}

function CaseRow({ row }: { row: Row }) {
  const { words, term, language } = useDesk();
  return (
    <tr>
      <th scope="row">
        <CaseLink caseId={row.caseId} /> <span class="kind">{term('type', row.type)}</span>
      </th>
      <td>
        <Pill kind="standing" value={row.status} />
        {row.idle && <span class="aside">{words.list.atWork}</span>}
        {row.givesUpAt && <span class="aside">{words.list.givesUp(moment(row.givesUpAt, language))}</span>}
      </td>
      <td>
        <Ago at={row.openedAt} />
      </td>
      <td>
        <bdi>{row.team}</bdi>
      </td>
      <td>
        <bdi>{row.customerId}</bdi>
      </td>
      <td class="figure late">{moment(row.openedAt, language)}</td>
    </tr>
  );
}
