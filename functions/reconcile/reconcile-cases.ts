import type { CaseRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import { log, metrics } from '../shared/log.ts';
import { after, day, hour, type Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { GRACE, type LiveRun } from './explain.ts';
import type { Reconciliation, ReconciliationStore } from './reconciliation-store.ts';
import { type Repaired, type RepairWorld, repairCase } from './repair-case.ts';

type World = RepairWorld & { views: CaseViewStore; reports: ReconciliationStore };

// Besides what looks wrong, so many healthy cases are held against their history in each sweep, in turn; once each of
// them was, the next round begins no sooner than an hour after the last.
const CHECKED_IN_TURN = 50;
const A_ROUND = hour;

/**
 * Holds every open case against the runs that live: each has exactly one, or a person who was asked to take over.
 * What does not fit is looked at by its own history, repaired and recorded. Reads the list of open cases and the list
 * of live runs, a thousand a call, and the history of those that do not fit. Writes its report when it says something else
 * than the last one, and once an hour.
 */
export async function reconcileCases(world: World, at: Instant): Promise<Reconciliation> {
  const [open, live, before] = await Promise.all([
    openCases(world.views),
    world.stepFunctions.live(),
    world.reports.load(),
  ]);
  const settled = live.filter(({ startedAt }) => after(startedAt, GRACE) <= at);
  const suspects = new Map(suspectsAmong(open, settled).map((caseId) => [caseId, liveOf(settled, caseId)]));
  const turn = inTurn(open, before, at);
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
  const unexplained = new Set([...failed, ...repaired.map(({ caseId }) => caseId)]);
  metrics({ UnexplainedCases: unexplained.size, ...ages(open, at) }, 'Count');
  const report = { at, open: open.length, live: live.length, repaired, failed, ...roundAfter(turn, before, at) };
  if (!before || !saysTheSame(before, report)) await world.reports.save(report);
  return report;
}

/** What the last report says and holds still needs no other, for an hour. */
function saysTheSame(before: Reconciliation, report: Reconciliation): boolean {
  const found = [before, report].some(({ repaired, failed }) => repaired.length + failed.length > 0);
  const figures = ({ open, live, checkedUpTo, roundBegan }: Reconciliation) =>
    [open, live, checkedUpTo, roundBegan].join(' ');
  return !found && figures(before) === figures(report) && after(before.at, hour) > report.at;
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

function ages(open: CaseRow[], at: Instant) {
  const older = (age: number) => open.filter(({ openedAt }) => after(openedAt, age) < at).length;
  return { OpenCases: open.length, OpenOverDay: older(day), OpenOverWeek: older(7 * day) };
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

type Round = Pick<Reconciliation, 'checkedUpTo' | 'roundBegan'>;

/** The next cases after those that were checked last; from the first again when it is time for another round. */
function inTurn(open: CaseRow[], before: Round | undefined, at: Instant): CaseRow[] {
  const sorted = [...open].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const left = before ? sorted.filter((row) => keyOf(row) > before.checkedUpTo) : sorted;
  const isTime = !before || after(before.roundBegan, A_ROUND) <= at;
  return (left.length > 0 || !isTime ? left : sorted).slice(0, CHECKED_IN_TURN);
}

function roundAfter(turn: CaseRow[], before: Round | undefined, at: Instant): Round {
  const last = keyOf(turn.at(-1));
  if (!before || (last && last <= before.checkedUpTo)) return { checkedUpTo: last, roundBegan: at };
  return { checkedUpTo: last || before.checkedUpTo, roundBegan: before.roundBegan };
}
