import type { CaseRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import { log, metric } from '../shared/log.ts';
import { after, day, type Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { GRACE, type LiveRun } from './explain.ts';
import type { Reconciliation, ReconciliationStore } from './reconciliation-store.ts';
import { type Repaired, type RepairWorld, repairCase } from './repair-case.ts';

type World = RepairWorld & { views: CaseViewStore; reports: ReconciliationStore };

// Besides what looks wrong, so many healthy cases are held against their history in each sweep, in turn.
const CHECKED_IN_TURN = 50;

/**
 * Holds every open case against the runs that live: each has exactly one, or a person who was asked to take over.
 * What does not fit is looked at by its own history, repaired and recorded. Reads the list of open cases and the list
 * of live runs, a thousand a call, and the history of those that do not fit.
 */
export async function reconcileCases(world: World, at: Instant): Promise<Reconciliation> {
  const [open, live, before] = await Promise.all([
    openCases(world.views),
    world.stepFunctions.live(),
    world.reports.load(),
  ]);
  const settled = live.filter(({ startedAt }) => after(startedAt, GRACE) <= at);
  const suspects = new Map(suspectsAmong(open, settled).map((caseId) => [caseId, liveOf(settled, caseId)]));
  const turn = inTurn(open, before?.checkedUpTo ?? '');
  for (const { caseId } of turn) suspects.set(caseId, liveOf(settled, caseId));

  const repaired: Repaired[] = [];
  const failed: string[] = [];
  await sideBySide([...suspects], async ([caseId, runIds]) => {
    try {
      repaired.push(...(await repairCase(world, caseId, runIds, at)));
    } catch (error) {
      failed.push(caseId); // one case must not keep the others from being looked at
      log.error('RECONCILING_FAILED', { caseId, error: error instanceof Error ? error.name : typeof error });
    }
  });
  for (const { caseId, unexplained, repair, runId } of repaired)
    log.warn('CASE_RECONCILED', { caseId, unexplained, repair, runId });
  metric('UnexplainedCases', new Set([...failed, ...repaired.map(({ caseId }) => caseId)]).size, 'Count');
  measureAges(open, at);
  const report = { at, open: open.length, live: live.length, repaired, failed, checkedUpTo: keyOf(turn.at(-1)) };
  await world.reports.save(report);
  return report;
}

async function openCases(views: CaseViewStore): Promise<CaseRow[]> {
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.list<CaseRow>('status', 'open', { limit: 1000, ...(cursor && { cursor }) });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return rows;
}

function measureAges(open: CaseRow[], at: Instant): void {
  const older = (age: number) => open.filter(({ openedAt }) => after(openedAt, age) < at).length;
  metric('OpenCases', open.length, 'Count');
  metric('OpenOverDay', older(day), 'Count');
  metric('OpenOverWeek', older(7 * day), 'Count');
}

const caseOf = (runId: string): string => runId.slice(0, runId.indexOf('-'));
const liveOf = (live: LiveRun[], caseId: string): string[] =>
  live.filter(({ runId }) => caseOf(runId) === caseId).map(({ runId }) => runId);

/** Open cases with no run or several, or that wait for nobody; and runs of cases that are not among the open ones. */
function suspectsAmong(open: CaseRow[], live: LiveRun[]): string[] {
  const runs = new Map<string, number>();
  for (const { runId } of live) runs.set(caseOf(runId), (runs.get(caseOf(runId)) ?? 0) + 1);
  const known = new Set(open.map(({ caseId }) => caseId));
  const odd = open.filter((row) => row.idle || runs.get(row.caseId) !== 1).map(({ caseId }) => caseId);
  return [...odd, ...[...runs.keys()].filter((caseId) => !known.has(caseId))];
}

const keyOf = (row: CaseRow | undefined): string => (row ? `${row.openedAt}#${row.caseId}` : '');

/** The next cases after those that were checked last, from the first again after the last. */
function inTurn(open: CaseRow[], checkedUpTo: string): CaseRow[] {
  const sorted = [...open].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const start = sorted.findIndex((row) => keyOf(row) > checkedUpTo);
  return start < 0 ? sorted.slice(0, CHECKED_IN_TURN) : sorted.slice(start, start + CHECKED_IN_TURN);
}
