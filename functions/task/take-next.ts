import { type CaseStore, type Change, fold } from '../case/case-store.ts';
import type { TaskRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import type { ReportStore } from '../case/report-store.ts';
import type { Teams } from '../policy/policy.ts';
import { IdempotencyKeyReused, TaskAlreadyCompleted, TaskNotFound, TaskTaken } from '../shared/errors.ts';
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
type Listed = Pick<Task, 'taskId' | 'team'>;
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
    const taken = await tryToTake(world, { taskId, team }, change, mustBeAble);
    if (taken) return taken;
  }
  return undefined;
}

/** Whoever asks again is shown the task that they took then, whatever else they had. */
async function takenBefore({ cases, requests }: World, { command }: Change): Promise<Task | undefined> {
  if (!command) return undefined;
  const { caseId, hash } = await requests.rememberRequest(command.id, command.hash, NONE);
  if (hash !== command.hash) throw new IdempotencyKeyReused();
  const events = caseId === NONE ? [] : await cases.history(caseId);
  const taken = events.find((event) => event.command?.id === command.id);
  if (taken?.fact.kind !== 'task-claimed') return undefined;
  return taskOf(fold(events.slice(0, taken.seq)), taken.fact.data.taskId);
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
async function tryToTake({ cases }: World, { taskId, team }: Listed, change: Change, mustBeAble: MustBeAble) {
  try {
    const current = await cases.change(caseIdOf(taskId), change, (before) => {
      const task = taskToWorkOn(before, taskId);
      if (task.team !== team) throw new TaskNotFound(taskId);
      if (task.assignee) throw new TaskTaken(taskId, task.assignee);
      return claimTask(taskId, change.by, mustBeAble)(before);
    });
    return taskOf(current, taskId);
  } catch (error) {
    if (!passedOver.some((one) => error instanceof one)) throw error;
    return undefined;
  }
}

const passedOver = [TaskNotFound, TaskTaken, TaskAlreadyCompleted, TaskWithdrawn, SkillNeeded];
