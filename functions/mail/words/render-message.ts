import { frameWords } from './frame-words.ts';
import type { Recipient, Sender } from './letter.ts';
import type { Message } from './message.ts';
import { messageHtml } from './message-html.ts';
import { messageText } from './message-text.ts';
import { type Reader, readerOf } from './reader.ts';
import { subjectLine } from './subject-line.ts';

/** A mail in words: a subject fit for a header (at most 200 characters), and its two parts. */
export type MailWords = {
  subject: string;
  text: string;
  html: string;
  /** Where one click ends all mails of this kind (RFC 8058). */
  unsubscribe?: string;
};

/** A message as its reader gets it: in their language, calendar and time zone, from somebody to somebody. */
export function renderMessage(write: (reader: Reader) => Message, to: Recipient, sender: Sender): MailWords {
  const message = write(readerOf(to));
  const frame = frameWords(to.language, to.name, sender.organisation);
  return {
    subject: subjectLine(message.subject),
    text: messageText(message, frame),
    html: messageHtml(message, frame, to.language).markup,
  };
}
