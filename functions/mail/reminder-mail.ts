import type { Claim } from './mail-store.ts';
import { type MailWorld, type Sent, sendOnce } from './send-once.ts';
import type { OpenTask } from './words/letter.ts';
import { renderMessage } from './words/render-message.ts';
import { taskReminder } from './words/task-reminder.ts';

/**
 * Sends a colleague the mail about what waits for them, at most once. It knows the words of this letter only, as the
 * function that sweeps has no use for those to customers.
 * @throws MailRefused, or what the network says; calling again is safe
 */
export const sendReminderMail = (world: MailWorld, claim: Omit<Claim, 'letter'>, tasks: OpenTask[]): Promise<Sent> =>
  sendOnce(world, { ...claim, letter: 'task-reminder' }, async () => (to, sender) => {
    return renderMessage((reader) => taskReminder({ kind: 'task-reminder', tasks }, reader), to, sender);
  });
