import { dateOf, numberOf } from '../calendar/calendar.ts';
import { mailId } from '../mail/mail.ts';
import type { KnownMail } from '../mail/mail-store.ts';
import { type Instant, minute } from '../shared/now.ts';
import type { Due } from './due-tasks.ts';

/** A sweep takes no longer: whoever claimed a mail earlier than this does not go on any more (milliseconds). */
export const LONGEST_SWEEP = 5 * minute;

/** What one mail says about one task, so that it is said once: another due time is another rung. */
export const keyOf = ({ task, rung }: Due): string => `${task.taskId}#${rung.id}#${task.dueAt}`;

const calendarDays = new Map<string, Intl.DateTimeFormat>();
/** The date on the wall in a time zone. Making a format takes much longer than using it. */
function dateIn(timeZone: string, at: Instant): string {
  const format = calendarDays.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  calendarDays.set(timeZone, format);
  return format.format(Date.parse(at));
}

/** The id of somebody's digest of the day, and of those of the six days before it, the latest first. */
export function digestIds(to: string, timeZone: string, at: Instant): string[] {
  const today = numberOf(dateIn(timeZone, at));
  return Array.from({ length: 7 }, (_, ago) => mailId('digest', 'task-reminder', dateOf(today - ago), to));
}

/** Another sweep may be about to send it, or to be refused: the next sweep knows more. */
export const isUnderWay = ({ state, at }: KnownMail, now: Instant): boolean =>
  state === 'claimed' && Date.parse(now) - Date.parse(at) < LONGEST_SWEEP;
