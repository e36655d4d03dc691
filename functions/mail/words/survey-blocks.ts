import { formatNumber } from '../../shared/dates.ts';
import type { Language } from '../../shared/language.ts';
import { scaleWords } from '../../survey/page/scale-words.ts';
import { scales } from '../../survey/scales.ts';
import type { SurveyLink } from './letter.ts';
import { type Block, type Choice, note, paragraph } from './message.ts';
import type { Reader } from './reader.ts';

type Words = { open: string; anonymous: string; promise(until: string): string; unsubscribe: string };

const words: Record<Language, Words> = {
  en: {
    open: 'Open the survey',
    anonymous:
      'This survey is anonymous: we note that you took part, and nobody can find out what you said. The page says how.',
    promise: (until) =>
      `A click only opens the page. Your answer is recorded when you press “Send my answer” there, and not before. The survey is open until ${until}; taking part is up to you.`,
    unsubscribe: 'I want no more surveys',
  },
  fa: {
    open: 'باز کردن نظرسنجی',
    anonymous:
      'این نظرسنجی بی‌نام است: تنها یادداشت می‌کنیم که شرکت کرده‌اید و هیچ‌کس نمی‌تواند بفهمد چه گفته‌اید. توضیح آن در صفحه آمده است.',
    promise: (until) =>
      `با باز کردن صفحه چیزی ثبت نمی‌شود؛ پاسخ شما تنها زمانی ثبت می‌شود که در آن صفحه دکمه «ارسال پاسخ» را بزنید. این نظرسنجی تا ${until} باز است و شرکت در آن اختیاری است.`,
    unsubscribe: 'دیگر نظرسنجی نمی‌خواهم',
  },
};

/** The way to a survey: its scale, what a click does, and the way out. Mail scanners follow every link. */
export function surveyBlocks({ url, expiresAt, scale = 'csat', anonymous }: SurveyLink, reader: Reader): Block[] {
  const say = words[reader.language];
  const open = { text: say.open, url: surveyLink(url) };
  // To agree or not says nothing without the sentence, which stands on the page.
  const way: Block =
    scale === 'likert' || anonymous ? { kind: 'link', ...open } : scaleBlock(url, scale, reader, open.text);
  return [
    ...(anonymous ? [paragraph(say.anonymous)] : []),
    way,
    note(say.promise(reader.dateTime(expiresAt))),
    { kind: 'link', text: say.unsubscribe, url: unsubscribeLink(url), quiet: true },
  ];
}

function scaleBlock(page: string, scale: keyof typeof scales, reader: Reader, open: string): Block {
  const { from, to } = scales[scale];
  const labels = scaleWords[reader.language][scale];
  const choices = Array.from({ length: to - from + 1 }, (_, index): Choice => {
    const value = from + index;
    const label = labels[value] ?? formatNumber(value, reader.language);
    return { mark: reader.number(value), label, url: surveyLink(page, value) };
  });
  return { kind: 'scale', choices, lowest: labels[from] ?? '', highest: labels[to] ?? '', open, url: surveyLink(page) };
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
