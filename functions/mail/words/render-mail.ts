import { accountsFrozen } from './accounts-frozen.ts';
import { caseClosed } from './case-closed.ts';
import { frameWords } from './frame-words.ts';
import type { Letter, Recipient, Sender } from './letter.ts';
import type { Message } from './message.ts';
import { messageHtml } from './message-html.ts';
import { messageText } from './message-text.ts';
import { type Reader, readerOf } from './reader.ts';
import { subjectLine } from './subject-line.ts';
import { surveyRequest } from './survey-request.ts';
import { taskReminder } from './task-reminder.ts';

/** A mail in words: a subject fit for a header (at most 200 characters), and its two parts. */
export type MailWords = { subject: string; text: string; html: string };

/**
 * The words of a letter, in the language, the calendar and the time zone of its reader.
 * @throws {RangeError} for a time or a time zone that does not exist
 * @throws {TypeError} for a survey link that is no web address
 */
export function renderMail(letter: Letter, to: Recipient, sender: Sender): MailWords {
  const message = write(letter, readerOf(to));
  const frame = frameWords(to.language, to.name, sender.organisation);
  return {
    subject: subjectLine(message.subject),
    text: messageText(message, frame),
    html: messageHtml(message, frame, to.language).markup,
  };
}

function write(letter: Letter, reader: Reader): Message {
  switch (letter.kind) {
    case 'accounts-frozen':
      return accountsFrozen(letter, reader);
    case 'case-closed':
      return caseClosed(letter, reader);
    case 'survey-invitation':
    case 'survey-reminder':
      return surveyRequest(letter, reader);
    case 'task-reminder':
      return taskReminder(letter, reader);
  }
}
