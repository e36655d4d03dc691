import type { Language } from '../../shared/language.ts';

/** What can be wrong with an answer. */
export type FormError = 'choose-one' | 'too-long';

/** What can be wrong with a form that has every answer. */
export type FormProblem = 'meanwhile' | 'too-quick';

type FormWords = {
  about(reference: string): string;
  answered(until: string): string;
  anonymous(crowd: string): { title: string; sentences: string[] };
  optional: string;
  followUp: string;
  textHint(limit: string): string;
  send: string;
  change: string;
  unsubscribe: string;
  errorTitle: string;
  problem: string;
  problems: Record<FormProblem, string>;
  errors: Record<FormError, (limit: string) => string>;
};

export const formWords: Record<Language, FormWords> = {
  en: {
    about: (reference) => `This is about your case ${reference}.`,
    answered: (until) => `We have your answer. You can change it until ${until}; the last one counts.`,
    anonymous: (crowd) => ({
      title: 'This survey is anonymous',
      sentences: [
        'Your answer is counted without your name, and without anything that leads to you or your case.',
        `Results are told of ${crowd} answers together, and never of fewer.`,
        'We note that you took part, so that we do not ask you again. Nobody, and no colleague of ours, can look up what you said.',
        'That is why you can answer once, and can neither see nor change your answer later.',
      ],
    }),
    optional: '(optional)',
    followUp: 'Only if it applies to you',
    textHint: (limit) => `Please do not write card numbers or passwords. Up to ${limit} characters.`,
    send: 'Send my answer',
    change: 'Change my answer',
    unsubscribe: 'I do not want to get surveys',
    errorTitle: 'Error',
    problem: 'Your answer was not sent yet',
    problems: {
      meanwhile: 'This page was older than your last answer. Please check it and send it again.',
      'too-quick':
        'That was quicker than anybody reads, as programs are that open mails. If it was you, please send it once more.',
    },
    errors: {
      'choose-one': () => 'Choose one answer',
      'too-long': (limit) => `Your text was cut at ${limit} characters: check it and send it again`,
    },
  },
  fa: {
    about: (reference) => `این نظرسنجی درباره پرونده ${reference} است.`,
    answered: (until) => `پاسخ شما ثبت شده است. تا ${until} می‌توانید آن را تغییر دهید؛ آخرین پاسخ به حساب می‌آید.`,
    anonymous: (crowd) => ({
      title: 'این نظرسنجی بی‌نام است',
      sentences: [
        'پاسخ شما بدون نام و بدون هیچ نشانی که به شما یا پرونده‌تان برسد شمرده می‌شود.',
        `نتیجه‌ها تنها از ${crowd} پاسخ با هم گزارش می‌شود و هرگز از شمار کمتری.`,
        'تنها یادداشت می‌کنیم که شرکت کرده‌اید تا دوباره از شما نپرسیم. هیچ‌کس، حتی همکاران ما، نمی‌تواند ببیند چه گفته‌اید.',
        'از همین رو تنها یک بار می‌توانید پاسخ دهید و بعداً نمی‌توانید آن را ببینید یا تغییر دهید.',
      ],
    }),
    optional: '(اختیاری)',
    followUp: 'تنها اگر درباره شما درست است',
    textHint: (limit) => `لطفاً شماره کارت یا رمز خود را ننویسید. حداکثر ${limit} نویسه.`,
    send: 'ارسال پاسخ',
    change: 'تغییر پاسخ',
    unsubscribe: 'نمی‌خواهم نظرسنجی دریافت کنم',
    errorTitle: 'خطا',
    problem: 'پاسخ شما هنوز ارسال نشده است',
    problems: {
      meanwhile: 'این صفحه از آخرین پاسخ شما قدیمی‌تر بود. لطفاً آن را بازبینی و دوباره ارسال کنید.',
      'too-quick':
        'این پاسخ سریع‌تر از آن رسید که کسی صفحه را بخواند؛ برنامه‌هایی که نامه‌ها را باز می‌کنند چنین‌اند. اگر خودتان بودید، لطفاً یک بار دیگر بفرستید.',
    },
    errors: {
      'choose-one': () => 'یک گزینه را انتخاب کنید',
      'too-long': (limit) => `نوشته شما در ${limit} نویسه بریده شد؛ آن را بازبینی و دوباره ارسال کنید`,
    },
  },
};
