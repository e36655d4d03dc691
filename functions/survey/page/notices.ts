import { formatDateTime } from '../../shared/dates.ts';
import { html, isolate, prose } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import type { Instant } from '../../shared/now.ts';
import { type Notice, noticeWords } from './notice-words.ts';
import { type Page, page } from './page.ts';

export type NoticeReader = { language: Language; organisation: string };

type Until = NoticeReader & { timeZone: string };
const momentOf = (at: Instant, { language, timeZone }: Until): string =>
  isolate(formatDateTime(at, language, timeZone));

/** The answer is recorded, and can be changed by the same link for a while. */
export const thankYou = (reader: Until & { changeUntil: Instant }): Page =>
  notice(200, reader, noticeWords[reader.language].thankYou(momentOf(reader.changeUntil, reader)), tick);

/** The answer came too late to be counted, and is kept. */
export const keptLate = (reader: Until & { expiredAt: Instant }): Page =>
  notice(200, reader, noticeWords[reader.language].keptLate(momentOf(reader.expiredAt, reader)), tick);

/** The answer is counted, and nobody can tell which it was. */
export const thankYouAnonymously = (reader: NoticeReader): Page =>
  notice(200, reader, noticeWords[reader.language].thankYouAnonymously, tick);

/** Somebody took part in an anonymous survey and opens its link again. */
export const alreadyCounted = (reader: NoticeReader): Page =>
  notice(200, reader, noticeWords[reader.language].alreadyCounted, tick);

/** Nothing more is asked of this reader. */
export const noMoreSurveys = (reader: NoticeReader): Page =>
  notice(200, reader, noticeWords[reader.language].noMoreSurveys, tick);

/** The survey was open until `expiredAt`, which is shown in the reader's `timeZone`. */
export const expired = (reader: Until & { expiredAt: Instant }): Page =>
  notice(410, reader, noticeWords[reader.language].expired(momentOf(reader.expiredAt, reader)), clock);

/** A link that never was, or was copied badly; the reader's language is a guess (`languageFrom`). */
export const unknownLink = (reader: NoticeReader): Page =>
  notice(404, reader, noticeWords[reader.language].unknownLink, question);

/** Our fault, and perhaps gone in a minute. */
export const somethingWentWrong = (reader: NoticeReader): Page =>
  notice(503, reader, noticeWords[reader.language].somethingWentWrong, clock);

const tick = 'M7.5 12.5l3 3 6-6.5';
const clock = 'M12 7v5l3.5 2';
const question = 'M9.4 9.4a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.3 1-1.3 1.9M12 16.8v.1';

const notice = (statusCode: number, reader: NoticeReader, { title, sentences }: Notice, sign: string): Page =>
  page(
    statusCode,
    reader,
    title,
    html`<svg class="sign" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="${sign}"/></svg>
<h1>${title}</h1>
${sentences.map((sentence) => html`<p>${prose(sentence)}</p>\n`)}`,
  );
