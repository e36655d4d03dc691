import { shippedCalendars } from '../../../functions/calendar/shipped-calendars.ts';
import { addCells, cellOf, emptyCell } from '../../../functions/report/cell.ts';
import { resultsOf } from '../../../functions/report/results-of.ts';
import { rollUpName, type SatisfactionRow, ways } from '../../../functions/report/satisfaction-row.ts';
import type { SurveyResult } from '../../../functions/report/survey-result.ts';
import { canonical } from '../../../functions/shared/chain.ts';
import { shippedSla } from '../../../functions/sla/shipped-sla.ts';
import { readClocks } from '../../../functions/sla/sla-clock.ts';
import { slaEventsOf } from '../../../functions/sla/sla-event.ts';
import type { Item } from '../../../local/table/attribute.ts';
import { TIME_ZONE } from '../simulator/rows.ts';
import type { Invariant } from './invariant.ts';

const at = '1970-01-01T00:00:00.000Z';
const policies = {
  sla: [{ version: 0, at, value: shippedSla }],
  calendars: [{ version: 0, at, value: shippedCalendars }],
};
const reading: Parameters<typeof resultsOf>[1] = {
  timeZone: TIME_ZONE,
  readSla: (events, until) => readClocks(slaEventsOf(events, policies), until),
};

/** What each day came to in each way, by the name of its roll-up and the day. */
function counted(results: readonly SurveyResult[]): Map<string, SatisfactionRow> {
  const rows = new Map<string, SatisfactionRow>();
  for (const result of results) {
    const { products, ...cell } = cellOf(result);
    for (const way of ways) {
      const key = `${rollUpName(way)} ${result.day}`;
      const row = rows.get(key) ?? {};
      rows.set(key, row);
      const groups = row[result.purpose] ?? {};
      row[result.purpose] = groups;
      const group = way === 'all' ? 'all' : result.groups[way];
      groups[group] = addCells(groups[group] ?? emptyCell, way === 'all' && products ? { ...cell, products } : cell);
    }
  }
  return rows;
}

/** Cells are added in any order, so that a sum of fractions may differ in its last digit. */
const rounded = (row: unknown): string =>
  canonical(
    JSON.parse(JSON.stringify(row, (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value))),
  );

const rowOf = (item: Item | undefined): unknown => (item?.row && 'S' in item.row ? JSON.parse(item.row.S) : undefined);

/** I7: after everything, each day of each report is what the histories amount to when they are counted anew. */
export const reports: Invariant = {
  name: 'I7 reports are the histories',
  watch: ({ truth, database }, _, fail) => ({
    settled() {
      const results = [...truth.cases.values()].flatMap(({ events }) => resultsOf(events, reading));
      for (const [key, row] of counted(results)) {
        const [name = '', day = ''] = key.split(' ');
        const Key = { pk: { S: `rollup#${TIME_ZONE}#${name}` }, sk: { S: day } };
        const kept = rowOf(database.table('case-views').get(Key));
        if (!kept) fail(`${key} was not counted`);
        else if (rounded(kept) !== rounded(row)) fail(`${key} is ${rounded(kept)}, and ought to be ${rounded(row)}`);
      }
    },
  }),
};
