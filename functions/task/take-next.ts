import type { CaseStore, Change } from '../case/case-store.ts';
import type { TaskRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import type { ReportStore } from '../case/report-store.ts';
import type { Teams } from '../policy/policy.ts';
import { IdempotencyKeyReused, TaskAlreadyCompleted, TaskTaken } from '../shared/errors.ts';
import { caseIdOf } from '../shared/ids.ts';
import { TaskWithdrawn } from '../shared/refusals.ts';
import { SkillNeeded } from '../shared/team-errors.ts';
import { ableOf, type MustBeAble } from './able.ts';
import { claimTask, taskOf, taskToWorkOn } from './claim-task.ts';
import type { Task } from './task.ts';

type World = {
  cases: CaseStore;
  views: Pick<CaseViewStore, 'list'>;
  requests: Pick<ReportStore, 'rememberRequest' | 'redirectRequest'>;
};
type Ask = { team: string; teams: Teams; change: Change };

const NONE = 'none-yet';

/**
 * Takes on the task of a team that is due first, of those that nobody has and that the caller has the skill for. Two
 * who ask at once get two tasks; the same request again gets the same. Undefined when there is nothing to do.
 * @throws HandsFull, IdempotencyKeyReused
 */
export async function takeNext(world: World, { team, teams, change }: Ask): Promise<Task | undefined> {
  const before = await takenBefore(world, change);
  if (before) return before;
  const mustBeAble = await ableOf(world.views, teams, change.by);
  for await (const { taskId } of unclaimed(world.views, team)) {
    const { command } = change;
    if (command) await world.requests.redirectRequest(command.id, command.hash, caseIdOf(taskId));
    const taken = await tryToTake(world, taskId, change, mustBeAble);
    if (taken) return taken;
  }
  return undefined;
}

async function takenBefore({ cases, requests }: World, { by, command }: Change): Promise<Task | undefined> {
  if (!command) return undefined;
  const { caseId, hash } = await requests.rememberRequest(command.id, command.hash, NONE);
  if (hash !== command.hash) throw new IdempotencyKeyReused();
  const answered = caseId === NONE ? undefined : await cases.answered(caseId, command);
  return answered?.tasks.findLast((task) => task.assignee === by);
}

async function* unclaimed(views: World['views'], team: string): AsyncGenerator<Task> {
  let cursor: string | undefined;
  do {
    const page = await views.list<TaskRow>('teamTasks', team, { limit: 100, ...(cursor && { cursor }) });
    for (const { task } of page.items) if (!task.assignee) yield task;
    cursor = page.next;
  } while (cursor);
}

/** The list may be behind, somebody else faster, or the work for others: then it is the turn of the next. */
async function tryToTake({ cases }: World, taskId: string, change: Change, mustBeAble: MustBeAble) {
  try {
    const current = await cases.change(caseIdOf(taskId), change, (before) => {
      const { assignee } = taskToWorkOn(before, taskId);
      if (assignee) throw new TaskTaken(taskId, assignee);
      return claimTask(taskId, change.by, mustBeAble)(before);
    });
    return taskOf(current, taskId);
  } catch (error) {
    if (!passedOver.some((one) => error instanceof one)) throw error;
    return undefined;
  }
}

const passedOver = [TaskTaken, TaskAlreadyCompleted, TaskWithdrawn, SkillNeeded];
