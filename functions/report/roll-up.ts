import type { CaseEvent } from '../case/case-fact.ts';
import { log } from '../shared/log.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { addCells, cellOf, emptyCell } from './cell.ts';
import type { CrowdResult } from './count-ballots.ts';
import type { News, NewsStore } from './news-store.ts';
import type { Day } from './report.ts';
import type { Counted, ResultStore } from './result-store.ts';
import { type ResultWorld, resultsOf } from './results-of.ts';
import { rollUpName, type SatisfactionRow, type Way, ways } from './satisfaction-row.ts';
import type { SurveyResult } from './survey-result.ts';

export type RollUpWorld = {
  history: (caseId: string) => Promise<CaseEvent[]>;
  news: NewsStore;
  results: ResultStore;
  reading: ResultWorld;
};

const atOnce = 2_000;
const MOST_TRIES = 8;

/**
 * Brings the reports up to date with everything that is new. What is new is forgotten only when the days it counts on
 * have been counted anew, so a sweep may die anywhere, come twice, or run beside another.
 */
export async function rollUp(world: RollUpWorld, goOn: () => boolean = () => true): Promise<{ cases: number }> {
  let cases = 0;
  while (goOn()) {
    const news = await world.news.oldest(atOnce);
    if (news.length === 0) break;
    const counted = (await sideBySide(news, (caseId) => countCase(world, caseId))).flat();
    for (const day of new Set(counted.flatMap(({ days }) => days))) await countDay(world.results, day);
    await sideBySide(counted, world.news.forget);
    cases += counted.length;
    if (news.length < atOnce) break;
  }
  return { cases };
}

/** Keeps what the case has come to; tells on which days it counts. A case that fails holds up no other. */
async function countCase({ history, results, reading }: RollUpWorld, caseId: string): Promise<Counting[]> {
  try {
    const events = await history(caseId);
    const found = await keepResults({ results, reading }, events);
    return [{ caseId, seq: events.length, days: found.map(({ day }) => day) }];
  } catch (error) {
    log.error('CASE_NOT_REPORTED', { caseId, error: error instanceof Error ? error.name : typeof error });
    return [];
  }
}
type Counting = News & { days: Day[] };

/** What every asking of a case has come to, kept; the days that it counts on, and the names it is kept under. */
export async function keepResults(
  { results, reading }: Pick<RollUpWorld, 'results' | 'reading'>,
  events: readonly CaseEvent[],
): Promise<Counted[]> {
  const found = resultsOf(events, reading).map((result) => ({ ...result, id: `survey#${result.surveyId}` }));
  for (const result of found) await results.keep(result, events.length);
  return found;
}

/** Counts a day from its results, again when somebody else has done so meanwhile. */
export async function countDay(results: ResultStore, day: Day): Promise<void> {
  const left = new Set<Way>(ways);
  for (let tries = 0; tries < MOST_TRIES && left.size > 0; tries++) {
    // The versions are read before what they are made of: whoever gets to save has read everything that was saved.
    const versions = new Map<Way, number>();
    for (const way of left) versions.set(way, (await results.rollUps(rollUpName(way), day, day))[0]?.version ?? 0);
    const rows = await rowsOf(results, day, [...left]);
    for (const [way, row] of rows) {
      const rollUp = { day, version: versions.get(way) ?? 0, row };
      if (await results.saveRollUp(rollUpName(way), rollUp)) left.delete(way);
    }
  }
  if (left.size > 0) throw new Error(`Others keep counting ${day}`);
}

async function rowsOf(results: ResultStore, day: Day, wanted: Way[]): Promise<Map<Way, SatisfactionRow>> {
  const rows = new Map(wanted.map((way) => [way, {} as SatisfactionRow]));
  for await (const counted of results.resultsOf<Counted & SurveyResult>(day)) {
    const isBatch = counted.id.startsWith('ballots#');
    if (!isBatch && !counted.id.startsWith('survey#')) continue;
    const { products, ...cell } = isBatch ? (counted as unknown as CrowdResult).cell : cellOf(counted);
    for (const [way, row] of rows) {
      // A crowd is told as a whole, and of its campaign: nobody knows which case an answer of it was about.
      if (isBatch && way !== 'all' && way !== 'campaign') continue;
      const groups = row[counted.purpose] ?? {};
      row[counted.purpose] = groups;
      // What goes with what is asked of everybody at once; a row by agents would be twice as long with it.
      if (way === 'all') groups.all = addCells(groups.all ?? emptyCell, { ...cell, ...(products && { products }) });
      else groups[counted.groups[way]] = addCells(groups[counted.groups[way]] ?? emptyCell, cell);
    }
  }
  return rows;
}
