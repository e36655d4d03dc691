import type { Claim } from './mail-store.ts';
import { type MailWorld, type Sent, sendOnce } from './send-once.ts';
import type { OpenTask } from './words/letter.ts';
import { renderReminder } from './words/render-reminder.ts';

/**
 * Sends a colleague the mail about what waits for them, at most once.
 * @throws MailRefused, or what the network says; calling again is safe
 */
export const sendReminderMail = (world: MailWorld, claim: Omit<Claim, 'letter'>, tasks: OpenTask[]): Promise<Sent> =>
  sendOnce(world, { ...claim, letter: 'task-reminder' }, async () => (to, sender) => renderReminder(tasks, to, sender));
