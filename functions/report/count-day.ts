import { caseTally } from './case-tally.ts';
import type { Day } from './report.ts';
import type { ResultStore } from './result-store.ts';
import { satisfactionTally } from './satisfaction-tally.ts';
import type { Row, Tally } from './tally.ts';

const MOST_TRIES = 8;
const tallies = [satisfactionTally, caseTally];
type RowOfDay = { tally: Tally; way: string };

/** Counts a day from its results, again when somebody else has done so meanwhile; all of it, unless less is named. */
export async function countDay(results: ResultStore, day: Day, what: readonly Tally[] = tallies): Promise<void> {
  let left: readonly RowOfDay[] = what.flatMap((tally) => tally.ways.map((way) => ({ tally, way })));
  for (let tries = 0; tries < MOST_TRIES && left.length > 0; tries++) left = await countRows(results, day, left);
  if (left.length > 0) throw new Error(`Others keep counting ${day}`);
}

/**
 * What there is is read before what it is made of: whoever gets to save has read everything that was saved. A row that
 * comes to the same as before stays as it is.
 */
async function countRows(results: ResultStore, day: Day, wanted: readonly RowOfDay[]): Promise<RowOfDay[]> {
  const nameOf = ({ tally, way }: RowOfDay) => tally.nameOf(way);
  const before = await results.keptOf(wanted.map(nameOf), day);
  const rows = await rowsOf(results, day, wanted);
  const lost: RowOfDay[] = [];
  for (const [index, one] of wanted.entries()) {
    const { version = 0, text } = before[index] ?? {};
    const row = rows[index];
    if (text === JSON.stringify(row)) continue;
    if (!(await results.saveRollUp(nameOf(one), { day, version, row }))) lost.push(one);
  }
  return lost;
}

async function rowsOf(results: ResultStore, day: Day, wanted: readonly RowOfDay[]): Promise<Row[]> {
  const rows = wanted.map((): Row => ({}));
  const used = new Set(wanted.map(({ tally }) => tally));
  for await (const counted of results.resultsOf(day))
    for (const tally of used) {
      const add = tally.adding(counted);
      if (add) for (const [index, one] of wanted.entries()) if (one.tally === tally) add(rows[index] as Row, one.way);
    }
  return rows;
}
