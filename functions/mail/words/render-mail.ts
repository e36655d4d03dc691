import { accountsFrozen } from './accounts-frozen.ts';
import { caseCancelled } from './case-cancelled.ts';
import { caseClosed } from './case-closed.ts';
import { caseProgress } from './case-progress.ts';
import type { CustomerLetter, Recipient, Sender } from './letter.ts';
import type { Message } from './message.ts';
import type { Reader } from './reader.ts';
import { type MailWords, renderMessage } from './render-message.ts';
import { unsubscribeLink } from './survey-blocks.ts';
import { surveyRequest } from './survey-request.ts';

/**
 * The words of a letter to a customer, in the language, the calendar and the time zone of its reader.
 * @throws {RangeError} for a time or a time zone that does not exist
 * @throws {TypeError} for a survey link that is no web address
 */
export function renderMail(letter: CustomerLetter, to: Recipient, sender: Sender): MailWords {
  const words = renderMessage((reader) => write(letter, reader), to, sender);
  const survey = 'url' in letter ? letter : 'survey' in letter ? letter.survey : undefined;
  return survey ? { ...words, unsubscribe: unsubscribeLink(survey.url) } : words;
}

function write(letter: CustomerLetter, reader: Reader): Message {
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
  }
}
