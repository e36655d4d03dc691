import type { Resolution } from '../../case/case-fact.ts';
import type { Language } from '../../shared/language.ts';
import type { LetterOf, SurveyLink } from './letter.ts';
import { type Block, facts, type Message, note, paragraph } from './message.ts';
import type { Reader } from './reader.ts';
import { surveyBlocks } from './survey-blocks.ts';
import { surveyQuestion } from './survey-question.ts';

type Words = {
  subject(reference: string): string;
  heading: string;
  /** What we found, in a sentence and in a word. */
  outcomes: Record<Resolution, { sentence: string; word: string }>;
  reference: string;
  outcome: string;
  closed: string;
  reopen(until: string): string;
  safety: string;
};

const words: Record<Language, Words> = {
  en: {
    subject: (reference) => `Your case ${reference} is closed`,
    heading: 'Your case is closed',
    outcomes: {
      resolved: {
        sentence: 'We have finished working on your case, and the matter is resolved.',
        word: 'Resolved',
      },
      'fraud-confirmed': {
        sentence: 'Our investigation has confirmed that this was fraud. We are sorry that it happened to you.',
        word: 'Fraud confirmed',
      },
      'no-fraud-found': {
        sentence: 'We have looked at the transactions carefully and found no sign of fraud.',
        word: 'No fraud found',
      },
      'customer-withdrew': {
        sentence: 'You have withdrawn your report, so we have closed your case.',
        word: 'Withdrawn by you',
      },
      'no-answer': {
        sentence:
          'We waited for something that only you can give us and have not heard from you, so we closed your case.',
        word: 'Closed without your answer',
      },
      'complaint-upheld': {
        sentence: 'You were right to complain. We are sorry, and have put right what went wrong.',
        word: 'Complaint upheld',
      },
      'complaint-partly-upheld': {
        sentence: 'You were right in part. We are sorry for that part, and have put it right.',
        word: 'Complaint upheld in part',
      },
      'complaint-rejected': {
        sentence:
          'We have looked into your complaint with care and cannot agree with it. A second colleague has checked this decision.',
        word: 'Complaint not upheld',
      },
    },
    reference: 'Your case number',
    outcome: 'Outcome',
    closed: 'Closed on',
    reopen: (until) =>
      `If something is still not right, let us know by ${until}. Tell us your case number and we will open the case again.`,
    safety: 'Thank you for your patience. We never ask for your password, your PIN or a one-time code.',
  },
  fa: {
    subject: (reference) => `پرونده ${reference} بسته شد`,
    heading: 'پرونده شما بسته شد',
    outcomes: {
      resolved: {
        sentence: 'رسیدگی به پرونده شما به پایان رسید و موضوع حل شد.',
        word: 'حل شد',
      },
      'fraud-confirmed': {
        sentence: 'بررسی‌های ما نشان داد که تقلب رخ داده است. از اینکه این اتفاق برای شما افتاد، متأسفیم.',
        word: 'تقلب تأیید شد',
      },
      'no-fraud-found': {
        sentence: 'تراکنش‌ها را با دقت بررسی کردیم و نشانه‌ای از تقلب نیافتیم.',
        word: 'تقلبی یافت نشد',
      },
      'customer-withdrew': {
        sentence: 'شما از پیگیری گزارش خود انصراف دادید؛ از این رو پرونده را بستیم.',
        word: 'انصراف شما',
      },
      'no-answer': {
        sentence: 'منتظر چیزی بودیم که تنها شما می‌توانستید به ما بدهید و خبری از شما نرسید؛ از این رو پرونده را بستیم.',
        word: 'بسته‌شده بدون پاسخ شما',
      },
      'complaint-upheld': {
        sentence: 'حق با شما بود. پوزش می‌خواهیم و آنچه را درست نبود اصلاح کردیم.',
        word: 'شکایت وارد بود',
      },
      'complaint-partly-upheld': {
        sentence: 'در بخشی از شکایت حق با شما بود. بابت آن پوزش می‌خواهیم و آن را اصلاح کردیم.',
        word: 'شکایت تا حدی وارد بود',
      },
      'complaint-rejected': {
        sentence:
          'شکایت شما را با دقت بررسی کردیم و آن را وارد ندانستیم. همکار دومی نیز این تصمیم را بازبینی کرده است.',
        word: 'شکایت وارد نبود',
      },
    },
    reference: 'شماره پرونده شما',
    outcome: 'نتیجه',
    closed: 'تاریخ بسته شدن',
    reopen: (until) =>
      `اگر هنوز موردی باقی مانده است، تا ${until} با ذکر شماره پرونده به ما خبر دهید تا آن را دوباره باز کنیم.`,
    safety: 'از شکیبایی شما سپاسگزاریم. ما هرگز گذرواژه، رمز کارت یا رمز پویای شما را نمی‌پرسیم.',
  },
};

/** To the customer, when the case closes: what came out, and how to come back. */
export function caseClosed(letter: LetterOf<'case-closed'>, reader: Reader): Message {
  const say = words[reader.language];
  const reference = reader.reference(letter.caseId);
  const outcome = say.outcomes[letter.resolution];
  return {
    subject: say.subject(reference),
    heading: say.heading,
    blocks: [
      paragraph(outcome.sentence),
      facts(
        { label: say.reference, value: reference },
        { label: say.outcome, value: outcome.word },
        { label: say.closed, value: reader.date(letter.closedAt) },
      ),
      paragraph(say.reopen(reader.date(letter.reopenUntil))),
      note(say.safety),
      ...(letter.survey ? asked(letter.survey, reader) : []),
    ],
  };
}

/** The question how it went, below everything that has to be known. */
const asked = (survey: SurveyLink, reader: Reader): Block[] => [
  { kind: 'heading', text: surveyQuestion('case', survey.scale ?? 'csat', reader) },
  ...surveyBlocks(survey, reader),
];
