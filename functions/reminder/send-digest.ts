import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { CaseStore } from '../case/case-store.ts';
import { mailId } from '../mail/mail.ts';
import { type MailWorld, sendOnce } from '../mail/send-once.ts';
import { caseIdOf } from '../shared/ids.ts';
import { after, day, type Instant } from '../shared/now.ts';
import { isOpen, type Task } from '../task/task.ts';
import { reminderLadder } from './reminder.ts';

/**
 * One mail to one person about all that waits for them, at most one a day of theirs. What was in a mail is recorded
 * with each case; what comes too late for today's mail waits for tomorrow's.
 */
export async function sendDigest(
  world: MailWorld & { cases: CaseStore },
  to: string,
  listed: Task[],
  at: Instant,
): Promise<number> {
  const open = await stillOpen(world.cases, listed);
  if (open.length === 0) return 0;
  const contact = await world.vault.contact(to);
  const digestOf = (moment: Instant) =>
    mailId('digest', 'task-reminder', localDay(moment, contact?.timeZone ?? 'UTC'), to);
  const id = digestOf(at);
  // What yesterday's mail was about and could not be recorded by midnight is not told again today.
  const told = (await world.mails.find(digestOf(after(at, -day))))?.about ?? [];
  const tasks = open.filter((task) => !told.includes(rungOf(task)));
  const reminded = [...told, ...(tasks.length > 0 ? await mailAbout(world, id, to, tasks, at) : [])];
  const due = open.filter((task) => reminded.includes(rungOf(task)));
  for (const task of due) {
    await world.cases.change(caseIdOf(task.taskId), { by: 'reminders', at }, recordReminder(task, to));
  }
  return due.length;
}

const rungOf = (task: Task): string => `${task.taskId}#${task.reminded + 1}`;

/** Sends today's mail unless it was sent. @returns the rungs that count as told by it */
async function mailAbout(world: MailWorld, id: string, to: string, tasks: Task[], at: Instant): Promise<string[]> {
  const about = tasks.map(rungOf);
  const sent = await sendOnce(world, { mailId: id, letter: 'task-reminder', to, at, about }, async () => ({
    kind: 'task-reminder',
    tasks: tasks.map((task) => ({
      ...task,
      caseId: caseIdOf(task.taskId),
      rung: reminderLadder[task.reminded]?.id ?? 'due',
    })),
  }));
  return sent === 'sent' || sent === 'unconfirmed' ? ((await world.mails.find(id))?.about ?? []) : about;
}

/** The list of due tasks lags a little; what was done meanwhile is nobody's reminder any more. */
async function stillOpen(cases: CaseStore, listed: Task[]): Promise<Task[]> {
  const current = await Promise.all(listed.map((task) => cases.load(caseIdOf(task.taskId))));
  return current.flatMap(({ tasks }, index) =>
    tasks.filter(
      (task) => task.taskId === listed[index]?.taskId && isOpen(task) && task.reminded === listed[index]?.reminded,
    ),
  );
}

/** The rung was climbed, whether the mail arrived or not: the next one is a rung higher. */
export const recordReminder =
  ({ taskId, reminded }: Task, to: string) =>
  (current: Case): CaseFact[] => {
    const task = current.tasks.find((one) => one.taskId === taskId);
    if (!task || !isOpen(task) || task.reminded > reminded) return [];
    return [{ kind: 'reminder-sent', data: { taskId, rung: reminded + 1, to } }];
  };

const localDay = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
