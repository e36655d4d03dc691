import type { Language } from '../../shared/language.ts';
import type { LetterOf } from './letter.ts';
import { facts, type Message, note, paragraph } from './message.ts';
import type { Reader } from './reader.ts';

type Words = {
  subject(reference: string): string;
  heading: string;
  what(reportedAt: string): string;
  reference: string;
  accounts: string;
  cards: string;
  next: string;
  steps: string[];
  safety: string;
};

const words = {
  en: {
    subject: (reference) => `We have frozen your accounts (case ${reference})`,
    heading: 'We have frozen your accounts',
    what: (reportedAt) =>
      `On ${reportedAt} we received a report about your card or account. To protect your money we froze everything listed below at once. Until we have finished our review, nobody can pay or withdraw money with it.`,
    reference: 'Your case number',
    accounts: 'Frozen accounts',
    cards: 'Frozen cards',
    next: 'What happens now',
    steps: [
      'We go through your recent transactions.',
      'If we need something from you, we will get in touch.',
      'When the review is finished, we will write to you with the outcome.',
    ],
    safety:
      'We never ask for your password, your PIN or a one-time code. There is no link in this message to follow. If anything looks wrong to you, please call the number printed on your card.',
  },
  fa: {
    subject: (reference) => `حساب‌های شما مسدود شد (پرونده ${reference})`,
    heading: 'حساب‌های شما مسدود شد',
    what: (reportedAt) =>
      `در تاریخ ${reportedAt} گزارشی درباره کارت یا حساب شما به دست ما رسید. برای حفاظت از دارایی شما، موارد زیر را بی‌درنگ مسدود کردیم. تا پایان بررسی، هیچ‌کس نمی‌تواند از آن‌ها برداشت یا با آن‌ها خرید کند.`,
    reference: 'شماره پرونده شما',
    accounts: 'حساب‌های مسدودشده',
    cards: 'کارت‌های مسدودشده',
    next: 'اکنون چه می‌شود؟',
    steps: [
      'تراکنش‌های اخیر شما را بررسی می‌کنیم.',
      'اگر به اطلاعاتی از شما نیاز داشته باشیم، با شما تماس می‌گیریم.',
      'پس از پایان بررسی، نتیجه را برایتان می‌نویسیم.',
    ],
    safety:
      'ما هرگز گذرواژه، رمز کارت یا رمز پویای شما را نمی‌پرسیم و در این پیام هیچ پیوندی برای باز کردن نیست. اگر موردی به نظرتان درست نمی‌آید، لطفاً با شماره‌ای که روی کارتتان چاپ شده است تماس بگیرید.',
  },
} satisfies Record<Language, Words>;

/** To the customer, at once. It carries no link, so that a forged one stands out. */
export function accountsFrozen(letter: LetterOf<'accounts-frozen'>, reader: Reader): Message {
  const say: Words = words[reader.language];
  const reference = reader.reference(letter.caseId);
  const frozen = [
    { label: say.accounts, count: letter.accounts },
    { label: say.cards, count: letter.cards },
  ].filter(({ count }) => count > 0);
  return {
    subject: say.subject(reference),
    heading: say.heading,
    blocks: [
      paragraph(say.what(reader.dateTime(letter.reportedAt))),
      facts(
        { label: say.reference, value: reference },
        ...frozen.map(({ label, count }) => ({ label, value: reader.number(count) })),
      ),
      { kind: 'steps', heading: say.next, items: say.steps },
      note(say.safety),
    ],
  };
}
