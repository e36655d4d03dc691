import type { OpenTask, Recipient, Sender } from './letter.ts';
import { type MailWords, renderMessage } from './render-message.ts';
import { taskReminder } from './task-reminder.ts';

/** The words of a reminder to a colleague. @throws {RangeError} for a time or a time zone that does not exist */
export const renderReminder = (tasks: OpenTask[], to: Recipient, sender: Sender): MailWords =>
  renderMessage((reader) => taskReminder({ kind: 'task-reminder', tasks }, reader), to, sender);
