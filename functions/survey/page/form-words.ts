import type { Language } from '../../shared/language.ts';

/** What can be wrong with an answer. */
export type FormError = 'choose-a-score' | 'comment-too-long';

type FormWords = {
  question: string;
  about(reference: string): string;
  comment: string;
  commentHint(limit: string): string;
  send: string;
  errorTitle: string;
  problem: string;
  errors: Record<FormError, (limit: string) => string>;
};

export const formWords: Record<Language, FormWords> = {
  en: {
    question: 'How satisfied are you with the way we handled your case?',
    about: (reference) => `This is about your case ${reference}. Choose one answer.`,
    comment: 'What should we know? (optional)',
    commentHint: (limit) =>
      `What went well, what should be better? Please do not write card numbers or passwords. Up to ${limit} characters.`,
    send: 'Send my answer',
    errorTitle: 'Error',
    problem: 'Your answer was not sent yet',
    errors: {
      'choose-a-score': () => 'Choose how satisfied you are',
      'comment-too-long': (limit) => `Your comment was cut at ${limit} characters: check it and send it again`,
    },
  },
  fa: {
    question: 'از رسیدگی ما به پرونده‌تان چقدر راضی هستید؟',
    about: (reference) => `این نظرسنجی درباره پرونده ${reference} است. یک گزینه را انتخاب کنید.`,
    comment: 'چه چیزی را باید بدانیم؟ (اختیاری)',
    commentHint: (limit) =>
      `چه چیزی خوب بود و چه چیزی باید بهتر شود؟ لطفاً شماره کارت یا رمز خود را ننویسید. حداکثر ${limit} نویسه.`,
    send: 'ارسال پاسخ',
    errorTitle: 'خطا',
    problem: 'پاسخ شما هنوز ارسال نشده است',
    errors: {
      'choose-a-score': () => 'میزان رضایت خود را انتخاب کنید',
      'comment-too-long': (limit) => `نظر شما در ${limit} نویسه بریده شد؛ آن را بازبینی و دوباره ارسال کنید`,
    },
  },
};
