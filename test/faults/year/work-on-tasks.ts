import { taskKinds } from '../../../functions/task/task.ts';
import { teams } from '../people/bank.ts';
import type { World } from '../simulator/world.ts';

const hour = 3_600_000;

/** People who get to each task after a while: most in time, some only when they have been reminded. */
export function workOnTasks(world: World): void {
  const { clock, chance, api, watchers } = world;

  async function complete(taskId: string, kind: keyof typeof taskKinds): Promise<void> {
    const { team, outcomes } = taskKinds[kind];
    const { manager, members } = teams.find((one) => one.team === team) ?? { manager: '', members: [] };
    const as = { id: chance.pick([manager, ...members]), roles: '[agent]' };
    const outcome = kind === 'failed-step' ? 'retry' : chance.pick<string>(outcomes);
    if (chance.happens(0.3)) await api('POST', `/tasks/${taskId}/claim`, { as });
    await api('POST', `/tasks/${taskId}/complete`, { as, body: { outcome }, key: taskId });
  }

  watchers.add({
    wrote(_, event) {
      if (event?.fact.kind !== 'task-opened') return;
      const { taskId, kind } = event.fact.data;
      const most = chance.pick([8, 24, 40, 40, 100, 200]) * hour;
      clock.after(chance.between(hour, most), () => void complete(taskId, kind));
    },
  });
}
