import type { Language } from '../../shared/language.ts';
import type { LetterOf, SurveyAbout } from './letter.ts';
import { type Message, paragraph } from './message.ts';
import type { Reader } from './reader.ts';
import { surveyBlocks } from './survey-blocks.ts';
import { surveyQuestion } from './survey-question.ts';

type Request = 'survey-invitation' | 'survey-reminder';
type Sentences = Record<SurveyAbout, (reference: string) => string>;
type Words = {
  subject: Sentences;
  why: Sentences;
  thanks: string;
  reminder: { subject(subject: string): string; asked: Sentences; still: string };
};

const words: Record<Language, Words> = {
  en: {
    subject: {
      case: (reference) => `How did we do with your case ${reference}?`,
      recovery: (reference) => `We looked at your case ${reference} again: how is it now?`,
      relationship: () => 'How do you see us?',
    },
    why: {
      case: (reference) => `Your case ${reference} is closed. We would like to know how it went for you.`,
      recovery: (reference) =>
        `You were not content with how your case ${reference} went, and we took it up with you again. We would like to know whether that has made it good.`,
      relationship: () => 'From time to time we ask some of our customers how they see us, whatever happened lately.',
    },
    thanks: 'It takes about a minute, and your answer helps us to do better.',
    reminder: {
      subject: (subject) => `A reminder: ${subject}`,
      asked: {
        case: (reference) => `A few days ago we asked how it went with your case ${reference}.`,
        recovery: (reference) => `A few days ago we asked how you see your case ${reference} now.`,
        relationship: () => 'A few days ago we asked how you see us.',
      },
      still: 'If you have a minute, we would still like to know. If you would rather not, you need do nothing.',
    },
  },
  fa: {
    subject: {
      case: (reference) => `از رسیدگی به پرونده ${reference} چقدر راضی بودید؟`,
      recovery: (reference) => `پرونده ${reference} را دوباره بررسی کردیم: اکنون چطور است؟`,
      relationship: () => 'نظر شما درباره ما چیست؟',
    },
    why: {
      case: (reference) => `پرونده ${reference} بسته شده است. دوست داریم نظر شما را بدانیم.`,
      recovery: (reference) =>
        `از رسیدگی به پرونده ${reference} راضی نبودید و ما آن را دوباره با شما پی گرفتیم. دوست داریم بدانیم آیا اکنون جبران شده است.`,
      relationship: () => 'هر از گاهی از برخی مشتریان می‌پرسیم ما را چگونه می‌بینند، هر چه به تازگی پیش آمده باشد.',
    },
    thanks: 'حدود یک دقیقه زمان می‌برد و پاسخ شما به ما کمک می‌کند بهتر شویم.',
    reminder: {
      subject: (subject) => `یادآوری: ${subject}`,
      asked: {
        case: (reference) => `چند روز پیش نظر شما را درباره رسیدگی به پرونده ${reference} پرسیدیم.`,
        recovery: (reference) => `چند روز پیش پرسیدیم که پرونده ${reference} را اکنون چگونه می‌بینید.`,
        relationship: () => 'چند روز پیش پرسیدیم که ما را چگونه می‌بینید.',
      },
      still: 'اگر فرصتی دارید، همچنان مشتاق شنیدن آن هستیم. اگر مایل نیستید، لازم نیست کاری بکنید.',
    },
  },
};

/** To the customer, some time after the closing, or from time to time. */
export function surveyRequest(letter: LetterOf<Request>, reader: Reader): Message {
  const { subject, why, thanks, reminder } = words[reader.language];
  const { kind, about = 'case', scale = 'csat' } = letter;
  const reference = reader.reference(letter.caseId);
  const line = subject[about](reference);
  const reminds = kind === 'survey-reminder';
  const said = reminds ? [reminder.asked[about](reference), reminder.still] : [why[about](reference), thanks];
  return {
    subject: reminds ? reminder.subject(line) : line,
    heading: surveyQuestion(about, scale, reader),
    blocks: [paragraph(said.join(' ')), ...surveyBlocks(letter, reader)],
  };
}
