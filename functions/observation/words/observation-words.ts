import type { Language } from '../../shared/language.ts';
import type { Observation, ObservationKind } from '../observation.ts';

// Why each is an observation, as an auditor reads it. `{name}` is filled from its data; a kind without words does not compile.
const words: Record<ObservationKind, Record<Language, string>> = {
  'events-missing': {
    en: 'Event {seq} {reason}: the history has a hole',
    fa: 'رویداد {seq} {reason}: تاریخچه ناقص است',
  },
  'nothing-worked-on-it': {
    en: 'Case and workflow did not fit ({reason}); put right: {repair}',
    fa: 'پرونده و گردش‌کار هم‌خوان نبودند ({reason})؛ اصلاح: {repair}',
  },
  'promise-broken-unanswered': {
    en: 'The promise {clock} was due {due} and broken, and for {hours} hours nobody did anything',
    fa: 'وعدهٔ {clock} تا {due} بود و شکسته شد و {hours} ساعت کسی کاری نکرد',
  },
  goodwill: {
    en: 'Goodwill of {amount} {currency} (minor unit), approved by a second person',
    fa: 'دلجویی به مبلغ {amount} {currency} (واحد خرد) با تأیید نفر دوم',
  },
  'goodwill-alone': {
    en: 'Goodwill of {amount} {currency} (minor unit), below the limit for one person',
    fa: 'دلجویی به مبلغ {amount} {currency} (واحد خرد) در حد اختیار یک نفر',
  },
  unfrozen: { en: 'Unfrozen by approval: {target}', fa: 'رفع مسدودی با تأیید: {target}' },
  'priority-by-hand': {
    en: 'Priority changed by hand from {from} to {to}: {reason}',
    fa: 'اولویت به دست همکار از {from} به {to} تغییر کرد: {reason}',
  },
  'step-settled-by-hand': {
    en: 'A step of the workflow that failed was said to be done by hand: {task}',
    fa: 'گام ناموفق گردش‌کار دستی انجام‌شده اعلام شد: {task}',
  },
  'clock-stopped': {
    en: 'The clock of what was promised was stopped by hand until {until}: {reason}',
    fa: 'ساعت وعده به دست همکار تا {until} متوقف شد: {reason}',
  },
  'survey-left-out': {
    en: 'Closed so that the customer is not asked how it went: {reason}',
    fa: 'بسته شد بی آنکه از مشتری نظرخواهی شود: {reason}',
  },
  'case-given-up': {
    en: 'Given up before it was worked out: {reason}; accounts: {accounts}',
    fa: 'پیش از رسیدگی کنار گذاشته شد: {reason}؛ حساب‌ها: {accounts}',
  },
  'mail-sent-again': {
    en: 'A mail that may have arrived was sent again: {letter}',
    fa: 'نامه‌ای که شاید رسیده بود دوباره فرستاده شد: {letter}',
  },
  'chain-broken': {
    en: 'Event {seq} {reason}: the history is not the one that was published, or not a chain',
    fa: 'رویداد {seq} {reason}: تاریخچه با آنچه منتشر شد یا با زنجیره نمی‌خواند',
  },
  'freeze-refused': {
    en: 'The account system did not freeze {target}: {reason}',
    fa: 'سامانهٔ حساب‌ها {target} را مسدود نکرد: {reason}',
  },
  'rule-hit': {
    en: 'The review found {count} transactions by these rules: {rules}',
    fa: 'بررسی {count} تراکنش را با این قواعد یافت: {rules}',
  },
  'step-failed': {
    en: 'A step failed for good and became a person’s task: {step}',
    fa: 'گامی برای همیشه ناموفق ماند و کار یک نفر شد: {step}',
  },
  'mail-bounced': { en: 'A mail came back: {letter}', fa: 'نامه برگشت خورد: {letter}' },
  'mail-not-sent': { en: 'A mail could not be sent: {letter}, {reason}', fa: 'نامه فرستاده نشد: {letter}، {reason}' },
  'mail-unconfirmed': {
    en: 'Nobody knows whether a mail was sent: {letter}',
    fa: 'ارسال نامه تأیید نشده است: {letter}',
  },
  'mail-unwanted': { en: 'A mail was reported as unwanted: {letter}', fa: 'نامه ناخواسته گزارش شد: {letter}' },
  'reminder-not-sent': {
    en: 'A reminder could not be sent: {reason}',
    fa: 'یادآوری فرستاده نشد: {reason}',
  },
  'many-customers': {
    en: 'Read data of {count} customers on {day}, more than {limit}',
    fa: 'در {day} داده‌های {count} مشتری را خواند، بیش از {limit}',
  },
  'many-refused': {
    en: 'Was refused on {day} more than {limit} times; calls: {count}',
    fa: 'در {day} بیش از {limit} بار به او اجازه داده نشد؛ شمار: {count}',
  },
  'off-hours': {
    en: 'Read customers’ data on {day} outside working hours ({calendar}, {zone}); calls: {count}',
    fa: 'در {day} بیرون از ساعت کار داده‌های مشتریان را خواند ({calendar}، {zone})؛ شمار: {count}',
  },
  'no-case-with-them': {
    en: 'Read data of {count} customers on {day} with whom neither they nor their teams have a case: {customers}',
    fa: 'در {day} داده‌های {count} مشتری را خواند که با او و گروهش پرونده‌ای ندارند: {customers}',
  },
  'somebody-close': {
    en: 'Read on {day} what is about themselves or somebody they said they are close to; calls: {count}',
    fa: 'در {day} آنچه را دربارهٔ خود یا نزدیکان اعلام‌شدهٔ اوست خواند؛ شمار: {count}',
  },
};

/** Why it is an observation. In Persian what stands in Latin letters keeps its own direction. */
export const whyOf = ({ kind, seq, data }: Observation, language: Language): string =>
  words[kind][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(data[name] ?? (name === 'seq' ? seq : undefined) ?? '');
    return language === 'fa' ? `\u2068${value}\u2069` : value;
  });
