import type { SurveyDefinition } from './definition.ts';
import type { ChoiceQuestion } from './question.ts';

const comment = {
  kind: 'text',
  id: 'comment',
  characteristic: 'overall',
  required: false,
  longest: 2000,
  text: { en: 'What should we know?', fa: 'چه چیزی را باید بدانیم؟' },
} as const;

const howLong: ChoiceQuestion = {
  kind: 'choice',
  id: 'took',
  characteristic: 'speed',
  required: false,
  several: false,
  perceives: 'time',
  text: { en: 'How long did it take, as you experienced it?', fa: 'به نظر شما رسیدگی چقدر طول کشید؟' },
  choices: [
    { id: 'hours', text: { en: 'A few hours', fa: 'چند ساعت' } },
    { id: 'one-day', text: { en: 'About a day', fa: 'حدود یک روز' } },
    { id: 'few-days', text: { en: 'A few days', fa: 'چند روز' } },
    { id: 'one-week', text: { en: 'About a week', fa: 'حدود یک هفته' } },
    { id: 'longer', text: { en: 'Longer', fa: 'بیشتر' } },
  ],
};

const whatCameOfIt: ChoiceQuestion = {
  kind: 'choice',
  id: 'came-of-it',
  characteristic: 'outcome',
  required: false,
  several: false,
  perceives: 'outcome',
  text: { en: 'What came of it for you?', fa: 'نتیجه برای شما چه بود؟' },
  choices: [
    { id: 'money-protected', text: { en: 'My money was protected', fa: 'پولم محفوظ ماند' } },
    { id: 'money-returned', text: { en: 'I got money back', fa: 'پولم برگشت' } },
    { id: 'new-card', text: { en: 'I got a new card', fa: 'کارت تازه گرفتم' } },
    { id: 'explanation', text: { en: 'I got an explanation', fa: 'توضیح گرفتم' } },
    { id: 'none', text: { en: 'None of these', fa: 'هیچ‌کدام' } },
  ],
};

const whatWentWrong: ChoiceQuestion = {
  kind: 'choice',
  id: 'went-wrong',
  characteristic: 'overall',
  required: false,
  several: true,
  onlyIf: { question: 'satisfaction', atMost: 3 },
  text: {
    en: 'What was not right? Choose all that apply.',
    fa: 'چه چیزی درست نبود؟ هر کدام را که درست است انتخاب کنید.',
  },
  choices: [
    { id: 'too-slow', text: { en: 'It took too long', fa: 'زیاد طول کشید' } },
    { id: 'not-told', text: { en: 'I was not kept informed', fa: 'در جریان قرار نگرفتم' } },
    { id: 'asked-again', text: { en: 'I had to explain it again', fa: 'باید دوباره توضیح می‌دادم' } },
    { id: 'not-kind', text: { en: 'How I was treated', fa: 'برخوردی که با من شد' } },
    { id: 'not-solved', text: { en: 'It is not solved', fa: 'مشکل حل نشده است' } },
  ],
};

/** What comes with the service, as version 0; whoever saves one of the same name replaces it. */
export const shippedDefinitions: Record<string, SurveyDefinition> = {
  'after-case': {
    purpose: 'Find out whether customers are satisfied with how their case was handled, and what to change first.',
    owner: 'customer-service',
    kind: 'transactional',
    languages: ['en', 'fa'],
    questions: [
      {
        kind: 'csat',
        id: 'satisfaction',
        characteristic: 'overall',
        required: true,
        text: {
          en: 'How satisfied are you with the way we handled your case?',
          fa: 'از رسیدگی ما به پرونده‌تان چقدر راضی هستید؟',
        },
      },
      whatWentWrong,
      howLong,
      whatCameOfIt,
      comment,
    ],
  },
  'after-recovery': {
    purpose: 'Find out whether taking a case up again after a bad answer made it good for the customer.',
    owner: 'customer-service',
    kind: 'transactional',
    languages: ['en', 'fa'],
    questions: [
      {
        kind: 'csat',
        id: 'satisfaction',
        characteristic: 'overall',
        required: true,
        text: {
          en: 'We looked at your case again. How satisfied are you now?',
          fa: 'پرونده شما را دوباره بررسی کردیم. اکنون چقدر راضی هستید؟',
        },
      },
      comment,
    ],
  },
  relationship: {
    purpose: 'Find out how customers see us as a whole, whatever happened lately, and follow it over the years.',
    owner: 'customer-service',
    kind: 'relationship',
    languages: ['en', 'fa'],
    questions: [
      {
        kind: 'nps',
        id: 'recommend',
        characteristic: 'loyalty',
        required: true,
        text: {
          en: 'How likely are you to recommend us to a friend?',
          fa: 'چقدر احتمال دارد ما را به دوستی پیشنهاد کنید؟',
        },
      },
      {
        kind: 'ces',
        id: 'easy',
        characteristic: 'effort',
        required: false,
        text: { en: 'How easy is it to get things done with us?', fa: 'انجام کارها با ما چقدر آسان است؟' },
      },
      comment,
    ],
  },
};
