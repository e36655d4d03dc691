import type { WaitingFor } from '../../case/case-fact.ts';
import type { Language } from '../../shared/language.ts';
import type { LetterOf } from './letter.ts';
import { facts, type Message, note, paragraph } from './message.ts';
import type { Reader } from './reader.ts';

type News = 'case-reopened' | 'waiting-reminder';
type Words = {
  subjects: Record<News, (reference: string) => string>;
  headings: Record<News, string>;
  reopened: string;
  needs: Record<WaitingFor, string>;
  closes(closeAt: string): string;
  reference: string;
  safety: string;
};

const words: Record<Language, Words> = {
  en: {
    subjects: {
      'case-reopened': (reference) => `We have opened your case ${reference} again`,
      'waiting-reminder': (reference) => `We are waiting for you in your case ${reference}`,
    },
    headings: { 'case-reopened': 'Your case is open again', 'waiting-reminder': 'We need something from you' },
    reopened: 'We have taken your case up again and go on with all that we know of it. You need not tell it anew.',
    needs: {
      'customer-information': 'To go on with your case we need information that only you can give us.',
      'customer-documents': 'To go on with your case we need documents that only you can send us.',
    },
    closes: (closeAt) =>
      `If we do not hear from you by ${closeAt}, we will close the case and write to you. A short message is enough to keep it open.`,
    reference: 'Your case number',
    safety: 'We never ask for your password, your PIN or a one-time code.',
  },
  fa: {
    subjects: {
      'case-reopened': (reference) => `پرونده ${reference} دوباره باز شد`,
      'waiting-reminder': (reference) => `در پرونده ${reference} منتظر شما هستیم`,
    },
    headings: { 'case-reopened': 'پرونده شما دوباره باز شد', 'waiting-reminder': 'به چیزی از شما نیاز داریم' },
    reopened:
      'رسیدگی به پرونده شما را با همه آنچه از آن می‌دانیم از سر گرفته‌ایم. نیازی نیست دوباره همه‌چیز را توضیح دهید.',
    needs: {
      'customer-information': 'برای ادامه رسیدگی به اطلاعاتی نیاز داریم که تنها شما می‌توانید به ما بدهید.',
      'customer-documents': 'برای ادامه رسیدگی به مدارکی نیاز داریم که تنها شما می‌توانید برای ما بفرستید.',
    },
    closes: (closeAt) =>
      `اگر تا ${closeAt} از شما خبری نرسد، پرونده را می‌بندیم و نتیجه را برایتان می‌نویسیم. برای باز ماندن پرونده، پیامی کوتاه کافی است.`,
    reference: 'شماره پرونده شما',
    safety: 'ما هرگز گذرواژه، رمز کارت یا رمز پویای شما را نمی‌پرسیم.',
  },
};

/** To the customer, while their case goes on: it is open again, or stands still until they write. */
export function caseProgress(letter: LetterOf<News>, reader: Reader): Message {
  const say = words[reader.language];
  const reference = reader.reference(letter.caseId);
  const sentences =
    letter.kind === 'waiting-reminder'
      ? [say.needs[letter.reason], say.closes(reader.date(letter.closeAt))]
      : [say.reopened];
  return {
    subject: say.subjects[letter.kind](reference),
    heading: say.headings[letter.kind],
    blocks: [...sentences.map(paragraph), facts({ label: say.reference, value: reference }), note(say.safety)],
  };
}
