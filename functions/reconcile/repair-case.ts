import type { Case } from '../case/case.ts';
import { type CaseStore, fold } from '../case/case-store.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import type { CaseWorkflow } from '../case/case-workflow.ts';
import { waitsForSomebody } from '../case/open-work.ts';
import { after, type Instant } from '../shared/now.ts';
import { answerWaits, type WaitsWorld } from '../task/answer-wait.ts';
import { askAPerson } from '../task/ask-a-person.ts';
import { type Finding, GRACE, type RunStatus, runOf, superfluous, unexplainedOf } from './explain.ts';
import type { ListsStore } from './lists-store.ts';
import type { Repair } from './reconcile-fact.ts';
import type { RunsWorkflow } from './runs-workflow.ts';

export type RepairWorld = WaitsWorld & {
  cases: CaseStore;
  views: Pick<CaseViewStore, 'project'>;
  lists: ListsStore;
  workflow: CaseWorkflow;
  stepFunctions: RunsWorkflow;
};
export type Repaired = Finding & { caseId: string; repair: Repair };

/**
 * Looks at one case by its own history and at its run by what Step Functions says of it now, and repairs what does not
 * fit. `live` are runs that live in its name. What happened within the grace explains itself.
 */
export async function repairCase(world: RepairWorld, caseId: string, live: string[], at: Instant): Promise<Repaired[]> {
  const events = await world.cases.history(caseId);
  const last = events.at(-1);
  if (!last || after(last.at, GRACE) > at) return [];
  const current = fold(events);
  const repaired: Repaired[] = [];
  const note = async (finding: Finding, repair: Repair) => {
    const { unexplained, runId } = finding;
    const data = { unexplained, repair, ...(runId && { runId }) };
    await world.cases.change(caseId, { by: 'reconciler', at }, () => [{ kind: 'case-reconciled', data }]);
    repaired.push({ caseId, ...finding, repair });
  };

  if (!(await world.lists.show(current))) {
    await world.views.project(current, events.length + 1, current.tasks);
    await note({ unexplained: 'not-in-the-lists' }, 'lists-repaired');
  }
  for (const runId of live) {
    const finding = superfluous(current, runId);
    if (!finding) continue;
    await world.stepFunctions.stop(runId, finding.unexplained);
    await note(finding, 'run-stopped');
  }
  if (current.status !== 'open') return repaired;
  const finding = (await answerLost(world, current)) ?? unexplainedOf(current, await statusOf(world, current, live));
  if (finding) await note(finding, await repairRun(world, current, finding, at));
  return repaired;
}

/** A run that was just listed as living, of a case that waits for somebody, needs no other look. */
async function statusOf({ stepFunctions }: RepairWorld, current: Case, live: string[]): Promise<RunStatus> {
  const runId = runOf(current);
  return live.includes(runId) && waitsForSomebody(current) ? 'RUNNING' : stepFunctions.status(runId);
}

/** Whatever the run waits for and is done already: it is told now. */
async function answerLost(world: RepairWorld, current: Case): Promise<Finding | undefined> {
  return (await answerWaits(world, current)) ? { unexplained: 'answer-lost', runId: runOf(current) } : undefined;
}

async function repairRun(
  world: RepairWorld,
  current: Case,
  { unexplained, runId = '' }: Finding,
  at: Instant,
): Promise<Repair> {
  if (unexplained === 'answer-lost') return 'run-answered';
  if (unexplained === 'run-missing') {
    await world.workflow.start(current);
    return 'run-started';
  }
  // Somebody who was asked before and answered, and still nothing lives: that is a new question.
  const asked = current.tasks.some((task) => task.step === 'case-run' && task.askedAt === runId);
  const question = asked ? `${runId} ${at}` : runId;
  await world.cases.change(current.caseId, { by: 'reconciler', at }, askAPerson('case-run', question, at));
  return 'person-asked';
}
