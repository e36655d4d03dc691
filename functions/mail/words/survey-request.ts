import type { Language } from '../../shared/language.ts';
import { scores, scoreWords } from '../../survey/page/score-words.ts';
import type { LetterOf } from './letter.ts';
import { type Message, note, paragraph } from './message.ts';
import type { Reader } from './reader.ts';

type Request = 'survey-invitation' | 'survey-reminder';
type Words = {
  subject: Record<Request, (reference: string) => string>;
  heading: string;
  why: Record<Request, (reference: string) => string>;
  open: string;
  promise(until: string): string;
  unsubscribe: string;
};

const words: Record<Language, Words> = {
  en: {
    unsubscribe: 'I want no more surveys',
    subject: {
      'survey-invitation': (reference) => `How did we do with your case ${reference}?`,
      'survey-reminder': (reference) => `A reminder: how did we do with your case ${reference}?`,
    },
    heading: 'How satisfied are you with the way we handled your case?',
    why: {
      'survey-invitation': (reference) =>
        `Your case ${reference} is closed. We would like to know how it went for you: one question, less than a minute. Your answer helps us to do better.`,
      'survey-reminder': (reference) =>
        `A few days ago we asked how it went with your case ${reference}. If you have a minute, we would still like to know. This is our only reminder.`,
    },
    open: 'Open the survey',
    promise: (until) =>
      `A click only opens the page. Your answer is recorded when you press “Send my answer” there, and not before. The survey is open until ${until}; taking part is up to you.`,
  },
  fa: {
    unsubscribe: 'دیگر نظرسنجی نمی‌خواهم',
    subject: {
      'survey-invitation': (reference) => `از رسیدگی به پرونده ${reference} چقدر راضی بودید؟`,
      'survey-reminder': (reference) => `یادآوری: از رسیدگی به پرونده ${reference} چقدر راضی بودید؟`,
    },
    heading: 'از رسیدگی ما به پرونده‌تان چقدر راضی هستید؟',
    why: {
      'survey-invitation': (reference) =>
        `پرونده ${reference} بسته شده است. دوست داریم نظر شما را بدانیم: تنها یک پرسش که کمتر از یک دقیقه زمان می‌برد. پاسخ شما به ما کمک می‌کند بهتر شویم.`,
      'survey-reminder': (reference) =>
        `چند روز پیش نظر شما را درباره رسیدگی به پرونده ${reference} پرسیدیم. اگر فرصتی دارید، همچنان مشتاق شنیدن آن هستیم. این تنها یادآوری ماست.`,
    },
    open: 'باز کردن نظرسنجی',
    promise: (until) =>
      `با باز کردن صفحه چیزی ثبت نمی‌شود؛ پاسخ شما تنها زمانی ثبت می‌شود که در آن صفحه دکمه «ارسال پاسخ» را بزنید. این نظرسنجی تا ${until} باز است و شرکت در آن اختیاری است.`,
  },
};

/** To the customer, some time after the closing. The links only open the page: mail scanners follow every one. */
export function surveyRequest(letter: LetterOf<Request>, reader: Reader): Message {
  const say = words[reader.language];
  const meaning = scoreWords[reader.language];
  const reference = reader.reference(letter.caseId);
  const choices = scores.map((score) => ({
    mark: reader.number(score),
    label: meaning[score],
    url: surveyLink(letter.url, score),
  }));
  return {
    subject: say.subject[letter.kind](reference),
    heading: say.heading,
    blocks: [
      paragraph(say.why[letter.kind](reference)),
      // On another scale the page asks; a mail that offered these five would answer another question.
      (letter.scale ?? 'csat') === 'csat'
        ? {
            kind: 'scale',
            choices,
            lowest: meaning[1],
            highest: meaning[5],
            open: say.open,
            url: surveyLink(letter.url),
          }
        : { kind: 'link', text: say.open, url: surveyLink(letter.url) },
      note(say.promise(reader.dateTime(letter.expiresAt))),
      { kind: 'link', text: say.unsubscribe, url: unsubscribeLink(letter.url), quiet: true },
    ],
  };
}

/** The page behind it asks first, the button of a mail program does it at once. */
export function unsubscribeLink(page: string): string {
  const url = new URL(surveyLink(page));
  url.pathname += '/unsubscribe';
  url.search = '';
  return url.href;
}

function surveyLink(page: string, score?: number): string {
  const url = new URL(page);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('A survey link must be a web address');
  if (score !== undefined) url.searchParams.set('score', String(score));
  return url.href;
}
