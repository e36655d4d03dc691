import { resolutionOf } from '../../../functions/case/close-case.ts';
import { caseIdOf } from '../../../functions/shared/ids.ts';
import { type Task, taskKinds } from '../../../functions/task/task.ts';
import type { Asked } from '../simulator/api.ts';
import type { World } from '../simulator/world.ts';
import { ask } from './client.ts';
import { written } from './words.ts';

type Caller = NonNullable<Asked['as']>;

/** How somebody works: how long between two looks at the list (milliseconds), and how they settle a failed step. */
export type Manner = { every: readonly [number, number]; retries: number };

/** Somebody of a team: looks at the list now and then, claims some tasks, and completes what they find. */
export async function work(world: World, id: string, team: string, manner: () => Manner): Promise<void> {
  const { clock, chance, api, thereIsWork } = world;
  const as = { id, roles: '[agent]' };
  for (;;) {
    await thereIsWork(team);
    await clock.sleep(chance.between(...manner().every));
    const list = await api('GET', '/tasks', { as, query: { team } });
    const { items = [] } = (list.body ?? {}) as { items?: Task[] };
    for (const task of items) {
      if (isWaitedFor(world, task) && chance.happens(0.97)) continue;
      if (chance.happens(0.4)) await api('POST', `/tasks/${task.taskId}/claim`, { as });
      if (chance.happens(0.2)) await clock.sleep(chance.between(0, 3_600_000));
      const outcome = await outcomeOf(world, as, task, manner().retries);
      const key = `${id} completes ${task.taskId}`;
      const body = { outcome, ...(chance.happens(0.3) && { note: written('Looked at every booking.') }) };
      await ask(world, () => api('POST', `/tasks/${task.taskId}/complete`, { as, body, key }));
    }
  }
}

/** Whether the customer of its case is waited for: most people leave a case alone until then. */
const isWaitedFor = ({ truth }: World, { kind, taskId }: Task): boolean =>
  kind === 'triage' && !!truth.of(caseIdOf(taskId)).current.waiting;

/** A failed step is tried again or handled; a run that is to be handled ends with its case closed by hand, if it can be. */
async function outcomeOf({ api, chance, truth }: World, as: Caller, task: Task, retries: number): Promise<string> {
  if (task.kind !== 'failed-step') return chance.pick<string>(taskKinds[task.kind].outcomes);
  if (chance.happens(retries)) return 'retry';
  if (task.step !== 'case-run' && task.step !== 'close-case') return 'handled';
  const caseId = caseIdOf(task.taskId);
  // Now and then somebody does not look at what was decided before.
  const resolution = chance.happens(0.2) ? 'resolved' : resolutionOf(truth.of(caseId).current);
  const closed = await api('POST', `/cases/${caseId}/close`, { as, body: { resolution } });
  return closed.status === 200 ? 'handled' : 'retry';
}
