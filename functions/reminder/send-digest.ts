import type { Calendar } from '../calendar/calendar.ts';
import { type CaseStore, fold } from '../case/case-store.ts';
import { sendReminderMail } from '../mail/reminder-mail.ts';
import type { MailWorld } from '../mail/send-once.ts';
import type { OpenTask } from '../mail/words/letter.ts';
import { caseIdOf } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { taskIn } from '../task/task.ts';
import { digestIds, isUnderWay, keyOf } from './digest.ts';
import type { Due } from './due-tasks.ts';
import { isAsItWas } from './promise.ts';
import type { Outcome, Settled } from './record-reminder.ts';
import { hasAcknowledged, heightOf, isPromise } from './reminder.ts';
import { isAtWork } from './working-hours.ts';

type World = MailWorld & { cases: CaseStore };
/** The calendar is that of the reader's team. */
type Ask = { to: string; due: Due[]; mailsAWeek: number; calendar?: Calendar | undefined };

/**
 * One mail to one person about all that waits for them: in their working hours, at most one a day of theirs.
 * @returns the reminders that are settled now, by this mail or otherwise; all others wait for a later sweep
 * @throws MailRefused, or what the network says; calling again is safe
 */
export async function sendDigest(
  world: World,
  { to, due, mailsAWeek, calendar }: Ask,
  at: Instant,
): Promise<Settled[]> {
  const contact = await world.vault.contact(to);
  if (!contact) return all(due, 'no-address');
  if (contact.bouncedAt) return all(due, 'address-bounced');
  if (!isAtWork(contact.timeZone, at, calendar)) return [];
  const [today = '', ...before] = digestIds(to, contact.timeZone, at);
  const digests = await world.mails.findAll([today, ...before]);
  const sent = digests.filter((one) => one !== undefined);
  if (sent.some((digest) => isUnderWay(digest, at))) return [];

  const said = new Map<string, Outcome>();
  for (const { state, about = [] } of sent)
    for (const key of about) said.set(key, state === 'sent' ? 'sent' : 'unconfirmed');
  const outcomeOf = (one: Due) => said.get(keyOf(one)) ?? (hasAcknowledged(one.task, to) ? 'acknowledged' : undefined);
  const settled = due.flatMap((one) => all([one], outcomeOf(one)));
  const waiting = due.filter((one) => !outcomeOf(one));
  if (waiting.length === 0 || digests[0] || sent.length >= mailsAWeek) return settled;
  return [...settled, ...(await mailAbout(world, { mailId: today, to, at }, waiting))];
}

const all = (due: Due[], outcome: Outcome | undefined): Settled[] =>
  outcome ? due.map((one) => ({ ...one, outcome })) : [];

async function mailAbout(world: World, stamp: { mailId: string; to: string; at: Instant }, waiting: Due[]) {
  const due = await stillDue(world.cases, waiting, stamp.to);
  if (due.length === 0) return [];
  const sent = await sendReminderMail(world, { ...stamp, about: due.map(keyOf) }, due.map(toTell));
  // Somebody else claimed it at this very moment, and may still be refused.
  if (sent === 'unconfirmed') return [];
  if (sent !== 'sent') return all(due, sent);
  const said = (await world.mails.find(stamp.mailId))?.about ?? [];
  return all(
    due.filter((one) => said.includes(keyOf(one))),
    'sent',
  );
}

/** The list of what is due lags a little: what was done, taken on or acknowledged meanwhile is not told any more. */
async function stillDue(cases: CaseStore, listed: Due[], to: string): Promise<Due[]> {
  const checked = await sideBySide(listed, async (due) => {
    const { task, rung, seq } = due;
    const events = await cases.history(caseIdOf(task.taskId));
    if (isPromise(task)) return isAsItWas(task, events.slice(seq)) ? [due] : [];
    const now = taskIn(fold(events), task.taskId);
    const same = now?.status === task.status && now.assignee === task.assignee && now.dueAt === task.dueAt;
    return same && heightOf(now) === heightOf(task) && !hasAcknowledged(now, to) ? [{ task: now, rung }] : [];
  });
  return checked.flat();
}

const toTell = ({ task: { taskId, kind, team, dueAt }, rung }: Due): OpenTask => {
  return { taskId, caseId: caseIdOf(taskId), kind, team, dueAt, rung: rung.id };
};
