import type { CaseViewStore } from '../case/case-view-store.ts';
import { managerOf } from '../policy/policy.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import { log, metric } from '../shared/log.ts';
import type { Instant } from '../shared/now.ts';
import type { Task } from '../task/task.ts';
import { remindWhom } from './reminder.ts';
import { sendDigest } from './send-digest.ts';

type World = Parameters<typeof sendDigest>[0] & { views: CaseViewStore; policies: PolicyStore };

const MOST_AT_ONCE = 500;

/** Reminds everybody of what is due by now. Reads only what is due; running it twice at once sends nothing twice. */
export async function remind(world: World, at: Instant): Promise<{ reminded: number }> {
  const due = await world.views.due(at, MOST_AT_ONCE);
  const teams = due.length > 0 ? await world.policies.teams() : [];
  const byPerson = new Map<string, Task[]>();
  for (const { task } of due) {
    const to = remindWhom(task, managerOf(teams, task.team));
    if (!to) log.warn('TEAM_WITHOUT_MANAGER', { team: task.team, taskId: task.taskId });
    if (to) byPerson.set(to, [...(byPerson.get(to) ?? []), task]);
  }
  let reminded = 0;
  for (const [to, tasks] of byPerson) {
    try {
      reminded += await sendDigest(world, to, tasks, at);
    } catch (error) {
      // One person's mail must not keep the others from theirs; the next sweep tries again.
      log.warn('REMINDER_FAILED', { to, error: error instanceof Error ? error.name : typeof error });
    }
  }
  if (reminded > 0) log.info('REMINDED', { reminded, people: byPerson.size });
  metric('RemindersSent', reminded, 'Count');
  return { reminded };
}
