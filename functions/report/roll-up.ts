import type { CaseEvent } from '../case/case-fact.ts';
import { log } from '../shared/log.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { caseResultOf } from './case-result.ts';
import { countDay } from './count-day.ts';
import type { News, NewsStore } from './news-store.ts';
import type { Day } from './report.ts';
import type { Counted, ResultStore } from './result-store.ts';
import { type ResultWorld, resultsOf } from './results-of.ts';

export type RollUpWorld = {
  history: (caseId: string) => Promise<CaseEvent[]>;
  news: NewsStore;
  results: ResultStore;
  /** Read when there is something to count. */
  reading: () => Promise<ResultWorld>;
};

const atOnce = 2_000;

/**
 * Brings the reports up to date with everything that is new. What is new is forgotten only when the days it counts on
 * have been counted anew, so a sweep may die anywhere, come twice, or run beside another.
 */
export async function rollUp(world: RollUpWorld, goOn: () => boolean = () => true): Promise<{ cases: number }> {
  let cases = 0;
  while (goOn()) {
    const news = await world.news.oldest(atOnce);
    if (news.length === 0) break;
    const reading = await world.reading();
    const counted = (await sideBySide(news, (caseId) => countCase({ ...world, reading }, caseId))).flat();
    for (const day of new Set(counted.flatMap(({ days }) => days))) await countDay(world.results, day);
    await sideBySide(counted, world.news.forget);
    cases += counted.length;
    if (news.length < atOnce) break;
  }
  return { cases };
}

/** Keeps what the case has come to; tells on which days it counts. A case that fails holds up no other. */
async function countCase(
  { history, results, reading }: Keeping & Pick<RollUpWorld, 'history'>,
  caseId: string,
): Promise<Counting[]> {
  try {
    const events = await history(caseId);
    const found = await keepResults({ results, reading }, events);
    return [{ caseId, seq: events.length, days: found.map(({ day }) => day) }];
  } catch (error) {
    log.error('CASE_NOT_REPORTED', { caseId, error: error instanceof Error ? error.name : typeof error });
    return [];
  }
}
type Keeping = Pick<RollUpWorld, 'results'> & { reading: ResultWorld };
type Counting = News & { days: Day[] };

/** What a case and every asking of it have come to, kept; the days that it counts on, and the names it is kept under. */
export async function keepResults({ results, reading }: Keeping, events: readonly CaseEvent[]): Promise<Counted[]> {
  const whole = caseResultOf(events, reading);
  const found: Counted[] = [
    ...resultsOf(events, reading).map((result) => ({ ...result, id: `survey#${result.surveyId}` })),
    ...(whole ? [{ ...whole, id: `case#${whole.caseId}` }] : []),
  ];
  for (const result of found) await results.keep(result, events.length);
  return found;
}
