import type { Language } from '../../shared/language.ts';
import type { LetterOf } from './letter.ts';
import { facts, type Message, note, paragraph } from './message.ts';
import type { Reader } from './reader.ts';

type Frozen = 'accounts' | 'cards' | 'both' | 'nothing';

type Words = {
  subject(heading: string, reference: string): string;
  headings: Record<Frozen, string>;
  received(reportedAt: string): string;
  protected: string;
  working: string;
  reference: string;
  accounts: string;
  cards: string;
  next: string;
  steps: string[];
  safety: string;
};

const words: Record<Language, Words> = {
  en: {
    subject: (heading, reference) => `${heading} (case ${reference})`,
    headings: {
      accounts: 'We have frozen your accounts',
      cards: 'We have frozen your cards',
      both: 'We have frozen your accounts and cards',
      nothing: 'We are working on your case',
    },
    received: (reportedAt) => `On ${reportedAt} we received a report about your card or account.`,
    protected:
      'To protect your money we froze everything listed below at once. Until we have finished our review, nobody can pay or withdraw money with it.',
    working: 'We could not freeze anything automatically, so our colleagues have taken it up themselves.',
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
    subject: (heading, reference) => `${heading} (پرونده ${reference})`,
    headings: {
      accounts: 'حساب‌های شما مسدود شد',
      cards: 'کارت‌های شما مسدود شد',
      both: 'حساب‌ها و کارت‌های شما مسدود شد',
      nothing: 'در حال رسیدگی به پرونده شما هستیم',
    },
    received: (reportedAt) => `در تاریخ ${reportedAt} گزارشی درباره کارت یا حساب شما به دست ما رسید.`,
    protected:
      'برای حفاظت از دارایی شما، موارد زیر را بی‌درنگ مسدود کردیم. تا پایان بررسی، هیچ‌کس نمی‌تواند از آن‌ها برداشت یا با آن‌ها خرید کند.',
    working: 'مسدود کردن خودکار ممکن نشد؛ از این رو همکاران ما خود پیگیر موضوع هستند.',
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
};

/** To the customer, at once. It carries no link, so that a forged one stands out. */
export function accountsFrozen(letter: LetterOf<'accounts-frozen'>, reader: Reader): Message {
  const say = words[reader.language];
  const reference = reader.reference(letter.caseId);
  const frozen = whatIsFrozen(letter);
  const heading = say.headings[frozen];
  const counts = [
    { label: say.accounts, count: letter.accounts },
    { label: say.cards, count: letter.cards },
  ].filter(({ count }) => count > 0);
  return {
    subject: say.subject(heading, reference),
    heading,
    blocks: [
      paragraph(
        `${say.received(reader.dateTime(letter.reportedAt))} ${frozen === 'nothing' ? say.working : say.protected}`,
      ),
      facts(
        { label: say.reference, value: reference },
        ...counts.map(({ label, count }) => ({ label, value: reader.number(count) })),
      ),
      { kind: 'steps', heading: say.next, items: say.steps },
      note(say.safety),
    ],
  };
}

// A worried customer must be able to rely on it: nothing is called frozen that is not.
function whatIsFrozen({ accounts, cards }: { accounts: number; cards: number }): Frozen {
  if (accounts > 0) return cards > 0 ? 'both' : 'accounts';
  return cards > 0 ? 'cards' : 'nothing';
}
