import type { WaitingFor } from '../../case/case-fact.ts';
import type { Language } from '../../shared/language.ts';
import type { LetterOf } from './letter.ts';
import { facts, type Message, note, paragraph } from './message.ts';
import type { Reader } from './reader.ts';

type News = 'case-reopened' | 'waiting-reminder' | 'complaint-acknowledged' | 'complaint-progress';
type Words = {
  subjects: Record<News, (reference: string) => string>;
  headings: Record<News, string>;
  reopened: string;
  acknowledged(answerBy: string): string;
  investigating: string;
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
      'complaint-acknowledged': (reference) => `We have received your complaint ${reference}`,
      'complaint-progress': (reference) => `We are looking into your complaint ${reference}`,
    },
    headings: {
      'case-reopened': 'Your case is open again',
      'waiting-reminder': 'We need something from you',
      'complaint-acknowledged': 'Thank you for telling us',
      'complaint-progress': 'Your complaint is being investigated',
    },
    reopened: 'We have taken your case up again and go on with all that we know of it. You need not tell it anew.',
    acknowledged: (answerBy) =>
      `Your complaint has reached us and is being looked at by colleagues who had no part in what it is about. You will have our answer by ${answerBy}, and hear from us if it takes longer.`,
    investigating:
      'We have read your complaint and a colleague is now investigating it. If anything is unclear to us, we will ask you; otherwise you need do nothing.',
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
      'complaint-acknowledged': (reference) => `شکایت شما به شماره ${reference} رسید`,
      'complaint-progress': (reference) => `شکایت ${reference} در دست بررسی است`,
    },
    headings: {
      'case-reopened': 'پرونده شما دوباره باز شد',
      'waiting-reminder': 'به چیزی از شما نیاز داریم',
      'complaint-acknowledged': 'از اینکه به ما گفتید سپاسگزاریم',
      'complaint-progress': 'به شکایت شما رسیدگی می‌شود',
    },
    reopened:
      'رسیدگی به پرونده شما را با همه آنچه از آن می‌دانیم از سر گرفته‌ایم. نیازی نیست دوباره همه‌چیز را توضیح دهید.',
    acknowledged: (answerBy) =>
      `شکایت شما به دست ما رسید و همکارانی آن را بررسی می‌کنند که در موضوع آن نقشی نداشته‌اند. پاسخ ما تا ${answerBy} به شما می‌رسد و اگر بیشتر طول بکشد، خبرتان می‌کنیم.`,
    investigating:
      'شکایت شما را خواندیم و همکاری اکنون به آن رسیدگی می‌کند. اگر نکته‌ای روشن نباشد از شما می‌پرسیم؛ در غیر این صورت نیازی به کاری از سوی شما نیست.',
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

/** To the customer, while their case goes on: what has begun, and what it stands still for. */
export function caseProgress(letter: LetterOf<News>, reader: Reader): Message {
  const say = words[reader.language];
  const reference = reader.reference(letter.caseId);
  return {
    subject: say.subjects[letter.kind](reference),
    heading: say.headings[letter.kind],
    blocks: [
      ...sentencesOf(letter, say, reader).map(paragraph),
      facts({ label: say.reference, value: reference }),
      note(say.safety),
    ],
  };
}

function sentencesOf(letter: LetterOf<News>, say: Words, reader: Reader): string[] {
  switch (letter.kind) {
    case 'waiting-reminder':
      return [say.needs[letter.reason], say.closes(reader.date(letter.closeAt))];
    case 'complaint-acknowledged':
      return [say.acknowledged(reader.date(letter.answerBy))];
    case 'complaint-progress':
      return [say.investigating];
    case 'case-reopened':
      return [say.reopened];
  }
}
