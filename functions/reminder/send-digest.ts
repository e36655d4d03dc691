import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { CaseStore } from '../case/case-store.ts';
import { mailId } from '../mail/mail.ts';
import { type MailWorld, sendOnce } from '../mail/send-once.ts';
import { caseIdOf } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
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
  const tasks = await stillOpen(world.cases, listed);
  if (tasks.length === 0) return 0;
  const contact = await world.vault.contact(to);
  const today = localDay(at, contact?.timeZone ?? 'UTC');
  const id = mailId('digest', 'task-reminder', today, to);
  const rungs = tasks.map((task) => `${task.taskId}#${task.reminded + 1}`);
  const sent = await sendOnce(world, { mailId: id, letter: 'task-reminder', to, about: rungs }, async () => ({
    kind: 'task-reminder',
    tasks: tasks.map((task) => ({
      ...task,
      caseId: caseIdOf(task.taskId),
      rung: reminderLadder[task.reminded]?.id ?? 'due',
    })),
  }));
  const reminded = sent === 'sent' || sent === 'unconfirmed' ? ((await world.mails.find(id))?.about ?? []) : rungs;
  const due = tasks.filter((_, index) => reminded.includes(rungs[index] as string));
  for (const task of due) {
    await world.cases.change(caseIdOf(task.taskId), { by: 'reminders', at }, recordReminder(task, to));
  }
  return due.length;
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
