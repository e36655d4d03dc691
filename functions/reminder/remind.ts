import type { DueListStore } from '../case/due-list-store.ts';
import { calendarOf } from '../policy/policy.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import { caseIdOf } from '../shared/ids.ts';
import { log, metric } from '../shared/log.ts';
import type { Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { type Due, dueByPerson } from './due-tasks.ts';
import { recordReminder, type Settled } from './record-reminder.ts';
import { sendDigest } from './send-digest.ts';

type World = Parameters<typeof sendDigest>[0] & { views: DueListStore; policies: PolicyStore };

// What one sweep writes into histories; the rest is found by the next.
const MOST_RECORDED = 2000;

/**
 * Reminds everybody of what is due by now. Reads only what is due; running it twice at once sends nothing twice.
 * However much one person has to do, everybody else gets their mail in the same sweep.
 * @returns how many reminders were settled: sent, or recorded with the reason why not
 */
export async function remind(world: World, at: Instant, most = MOST_RECORDED): Promise<{ reminded: number }> {
  const { rungs, mailsAWeek } = await world.policies.reminders();
  const people = await dueByPerson(world.views, { rungs, teams: world.policies.teams }, at);
  if (people.size === 0) return { reminded: 0 };
  const [teams, calendars] = [await world.policies.teams(), await world.policies.calendars()];
  let reminded = 0;
  async function remindOne([to, due]: [string, Due[]]): Promise<void> {
    try {
      const ask = { to, due, mailsAWeek, calendar: calendarOf(teams, calendars, to) };
      const settled = (await sendDigest(world, ask, at)).slice(0, Math.max(most - reminded, 0));
      reminded += settled.length;
      await record(world, to, settled, at);
    } catch (error) {
      // One person's mail must not keep the others from theirs; the next sweep tries again.
      log.warn('REMINDER_FAILED', { to, error: error instanceof Error ? error.name : typeof error });
    }
  }
  await sideBySide([...people], remindOne);
  if (reminded > 0) log.info('REMINDED', { reminded, people: people.size });
  metric('RemindersSettled', reminded, 'Count');
  return { reminded };
}

const record = ({ cases }: World, to: string, settled: Settled[], at: Instant) =>
  sideBySide(settled, (one) =>
    cases.change(caseIdOf(one.task.taskId), { by: 'reminders', at }, recordReminder(one, to)),
  );
