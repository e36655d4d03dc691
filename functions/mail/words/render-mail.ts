import { accountsFrozen } from './accounts-frozen.ts';
import { caseCancelled } from './case-cancelled.ts';
import { caseClosed } from './case-closed.ts';
import { caseProgress } from './case-progress.ts';
import type { Letter, Recipient, Sender } from './letter.ts';
import type { Message } from './message.ts';
import type { Reader } from './reader.ts';
import { type MailWords, renderMessage } from './render-message.ts';
import { surveyRequest, unsubscribeLink } from './survey-request.ts';
import { taskReminder } from './task-reminder.ts';

/**
 * The words of a letter, in the language, the calendar and the time zone of its reader.
 * @throws {RangeError} for a time or a time zone that does not exist
 * @throws {TypeError} for a survey link that is no web address
 */
export function renderMail(letter: Letter, to: Recipient, sender: Sender): MailWords {
  const words = renderMessage((reader) => write(letter, reader), to, sender);
  return 'url' in letter ? { ...words, unsubscribe: unsubscribeLink(letter.url) } : words;
}

function write(letter: Letter, reader: Reader): Message {
  switch (letter.kind) {
    case 'accounts-frozen':
      return accountsFrozen(letter, reader);
    case 'case-closed':
      return caseClosed(letter, reader);
    case 'case-cancelled':
      return caseCancelled(letter, reader);
    case 'complaint-acknowledged':
    case 'complaint-progress':
    case 'case-reopened':
    case 'waiting-reminder':
      return caseProgress(letter, reader);
    case 'survey-invitation':
    case 'survey-reminder':
      return surveyRequest(letter, reader);
    case 'task-reminder':
      return taskReminder(letter, reader);
  }
}
