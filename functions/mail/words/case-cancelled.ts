import type { CancelReason } from '../../case/life-fact.ts';
import type { Language } from '../../shared/language.ts';
import type { LetterOf } from './letter.ts';
import { facts, type Message, note, paragraph } from './message.ts';
import type { Reader } from './reader.ts';

type Words = {
  subject(reference: string): string;
  heading: string;
  reasons: Record<CancelReason, string>;
  frozen: Record<LetterOf<'case-cancelled'>['accounts'], string>;
  reference: string;
  cancelled: string;
  stillFrozen: string;
  again: string;
};

const words: Record<Language, Words> = {
  en: {
    subject: (reference) => `We have cancelled your case ${reference}`,
    heading: 'Your case has been cancelled',
    reasons: {
      'opened-by-mistake': 'It was opened by mistake. We are sorry if this worried you.',
      duplicate: 'We are already working on the same matter in another case of yours, and go on with it there.',
      'customer-withdrew': 'You told us that you no longer need us to look into it.',
      'not-our-responsibility': 'The matter is not one that we can decide.',
    },
    frozen: {
      'keep-frozen': 'What we froze for this case stays frozen for now, to protect your money.',
      unfreeze:
        'What we froze for this case is still frozen. We have asked a second colleague to agree to release it, which we never do alone.',
    },
    reference: 'Your case number',
    cancelled: 'Cancelled on',
    stillFrozen: 'Accounts and cards still frozen',
    again:
      'If you do not agree, or need help again, tell us your case number. We never ask for your password, your PIN or a one-time code.',
  },
  fa: {
    subject: (reference) => `پرونده ${reference} لغو شد`,
    heading: 'پرونده شما لغو شد',
    reasons: {
      'opened-by-mistake': 'این پرونده به اشتباه باز شده بود. اگر باعث نگرانی شما شد، پوزش می‌خواهیم.',
      duplicate: 'همین موضوع را در پرونده دیگری از شما بررسی می‌کنیم و کار را همان‌جا ادامه می‌دهیم.',
      'customer-withdrew': 'به ما گفتید که دیگر نیازی به بررسی این موضوع ندارید.',
      'not-our-responsibility': 'تصمیم‌گیری در این باره در اختیار ما نیست.',
    },
    frozen: {
      'keep-frozen': 'آنچه برای این پرونده مسدود کرده‌ایم، برای حفاظت از دارایی شما فعلاً مسدود می‌ماند.',
      unfreeze:
        'آنچه برای این پرونده مسدود کرده‌ایم هنوز مسدود است. از همکار دومی خواسته‌ایم با رفع مسدودی موافقت کند؛ این کار را هرگز یک‌نفره انجام نمی‌دهیم.',
    },
    reference: 'شماره پرونده شما',
    cancelled: 'تاریخ لغو',
    stillFrozen: 'حساب‌ها و کارت‌های هنوز مسدود',
    again:
      'اگر موافق نیستید یا باز به کمک نیاز دارید، با ذکر شماره پرونده به ما خبر دهید. ما هرگز گذرواژه، رمز کارت یا رمز پویای شما را نمی‌پرسیم.',
  },
};

/** To the customer, when their case is given up: why, and what is still frozen. */
export function caseCancelled(letter: LetterOf<'case-cancelled'>, reader: Reader): Message {
  const say = words[reader.language];
  const reference = reader.reference(letter.caseId);
  const held = letter.frozen > 0;
  return {
    subject: say.subject(reference),
    heading: say.heading,
    blocks: [
      paragraph(say.reasons[letter.reason]),
      facts(
        { label: say.reference, value: reference },
        { label: say.cancelled, value: reader.date(letter.cancelledAt) },
        ...(held ? [{ label: say.stillFrozen, value: reader.number(letter.frozen) }] : []),
      ),
      ...(held ? [paragraph(say.frozen[letter.accounts])] : []),
      note(say.again),
    ],
  };
}
