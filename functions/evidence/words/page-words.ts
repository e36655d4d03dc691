import type { Language } from '../../shared/language.ts';
import type { Reading } from '../../sla/reading.ts';

type Words = {
  title(reference: string): string;
  intro: string;
  erased: string;
  parts: Record<'timeline' | 'decisions' | 'approvals' | 'promises' | 'mails' | 'survey' | 'runs' | 'check', string>;
  facts: Record<'case' | 'type' | 'status' | 'customer' | 'opened' | 'closed' | 'resolution' | 'events', string>;
  columns: Record<
    'what' | 'when' | 'who' | 'details' | 'target' | 'used' | 'state' | 'to' | 'machine' | 'steps' | 'answer',
    string
  >;
  none: string;
  /** How a promise to the customer stands: a clock's state, or that it came too late. */
  promise: Record<Reading['state'] | 'late', string>;
  minutes(count: string): string;
  utc: string;
  check: { chain(count: string): string; root(size: string): string; noRoot: string; how: string };
};

export const pageWords: Record<Language, Words> = {
  en: {
    title: (reference) => `Evidence of case ${reference}`,
    intro: 'Everything that happened, as it was recorded when it happened. Nobody can change what is recorded.',
    erased: 'The customer’s personal data was erased; what happened stays.',
    parts: {
      timeline: 'What happened',
      decisions: 'Decisions',
      approvals: 'Approvals by a second person',
      promises: 'Promises to the customer',
      mails: 'Mails as they were sent',
      survey: 'Survey',
      runs: 'Runs of the workflows',
      check: 'How to check this',
    },
    facts: {
      case: 'Case',
      type: 'Type',
      status: 'Status',
      customer: 'Customer',
      opened: 'Opened',
      closed: 'Closed',
      resolution: 'Resolution',
      events: 'Events',
    },
    columns: {
      what: 'What',
      when: 'When',
      who: 'Who',
      details: 'Details',
      target: 'Promised',
      used: 'Used',
      state: 'State',
      to: 'To',
      machine: 'Run',
      steps: 'Recorded steps',
      answer: 'Answer',
    },
    none: 'None.',
    promise: {
      stopped: 'kept',
      late: 'late',
      running: 'in time so far',
      paused: 'in time so far, paused',
      'not-promised': 'no longer promised',
    },
    minutes: (count) => `${count} min`,
    utc: 'All times are in UTC.',
    check: {
      chain: (count) => `Each of the ${count} events carries a hash of itself and of the one before. The last is`,
      root: (size) => `The chain is under a root over ${size} leaves that was published to auditors:`,
      noRoot: 'No root had been published when this was packed.',
      how: 'With Node.js, in the folder of this page, without a network:',
    },
  },
  fa: {
    title: (reference) => `مدارک پرونده ${reference}`,
    intro: 'همه آنچه رخ داده، همان‌گونه که در لحظه ثبت شده است. هیچ‌کس نمی‌تواند ثبت‌شده‌ها را تغییر دهد.',
    erased: 'داده‌های شخصی مشتری پاک شده است؛ آنچه رخ داده باقی است.',
    parts: {
      timeline: 'چه رخ داد',
      decisions: 'تصمیم‌ها',
      approvals: 'تأییدهای نفر دوم',
      promises: 'تعهد به مشتری',
      mails: 'نامه‌ها همان‌گونه که فرستاده شد',
      survey: 'نظرسنجی',
      runs: 'اجراهای روند کار',
      check: 'چگونه می‌توان آزمود',
    },
    facts: {
      case: 'پرونده',
      type: 'نوع',
      status: 'وضعیت',
      customer: 'مشتری',
      opened: 'آغاز',
      closed: 'پایان',
      resolution: 'نتیجه',
      events: 'رویدادها',
    },
    columns: {
      what: 'رویداد',
      when: 'زمان',
      who: 'چه کسی',
      details: 'جزئیات',
      target: 'تعهد',
      used: 'مصرف‌شده',
      state: 'وضعیت',
      to: 'به',
      machine: 'اجرا',
      steps: 'گام‌های ثبت‌شده',
      answer: 'پاسخ',
    },
    none: 'موردی نیست.',
    promise: {
      stopped: 'رعایت شد',
      late: 'دیر شد',
      running: 'تاکنون در مهلت',
      paused: 'تاکنون در مهلت، ایستاده',
      'not-promised': 'دیگر تعهد نشده',
    },
    minutes: (count) => `${count} دقیقه`,
    utc: 'همه زمان‌ها به وقت جهانی (UTC) است.',
    check: {
      chain: (count) => `هر یک از ${count} رویداد، چکیده خود و رویداد پیش از خود را دارد. آخرین چکیده:`,
      root: (size) => `این زنجیره زیر ریشه‌ای از ${size} برگ است که برای حسابرسان منتشر شده است:`,
      noRoot: 'هنگام بسته‌بندی هنوز ریشه‌ای منتشر نشده بود.',
      how: 'با Node.js، در پوشه همین صفحه و بدون شبکه:',
    },
  },
};
