import { type Task, taskKinds } from '../../../functions/task/task.ts';
import type { World } from '../simulator/world.ts';
import { insist } from './client.ts';

/** How somebody works: how long between two looks at the list (milliseconds), and how they settle a failed step. */
export type Manner = { every: readonly [number, number]; retries: number };

/** Somebody of a team: looks at the list now and then, claims some tasks, and completes what they find. */
export async function work(world: World, id: string, team: string, manner: () => Manner): Promise<void> {
  const { clock, chance, api, truth } = world;
  const as = { id, roles: '[agent]' };
  for (;;) {
    await clock.sleep(chance.between(...manner().every));
    if (!truth.openTasks().some((task) => task.team === team)) continue;
    const list = await api('GET', '/tasks', { as, query: { team } });
    const { items = [] } = (list.body ?? {}) as { items?: Task[] };
    for (const task of items) {
      if (chance.happens(0.4)) await api('POST', `/tasks/${task.taskId}/claim`, { as });
      if (chance.happens(0.2)) await clock.sleep(chance.between(0, 3_600_000));
      const outcomes = taskKinds[task.kind].outcomes;
      const retries = chance.happens(manner().retries);
      const outcome = task.kind === 'failed-step' ? (retries ? 'retry' : 'handled') : chance.pick<string>(outcomes);
      const key = `${id} completes ${task.taskId}`;
      const body = { outcome, ...(chance.happens(0.3) && { note: 'Looked at every booking.' }) };
      await insist(world, () => api('POST', `/tasks/${task.taskId}/complete`, { as, body, key }));
    }
  }
}
