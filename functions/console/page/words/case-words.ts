import type { Language } from '../../../shared/language.ts';

type CaseWords = {
  attention: string;
  runs: string;
  tasks: string;
  promises: string;
  mails: string;
  timeline: string;
  priority: string;
  team: string;
  owner: string;
  customer: string;
  subject: string;
  nobody: string;
  opened: string;
  closed: string;
  noTasks: string;
  noPromises: string;
  noMails: string;
  due: string;
  late: string;
  left: (time: string) => string;
  over: (time: string) => string;
  used: (time: string) => string;
  explain: string;
  chainHolds: (count: string) => string;
  chainBroken: (seq: string) => string;
  by: (who: string) => string;
  details: string;
  oldest: string;
  newest: string;
  about: string;
};

export const caseWords: Record<Language, CaseWords> = {
  en: {
    attention: 'Needs a hand',
    runs: 'Runs',
    tasks: 'Tasks',
    promises: 'Promises',
    mails: 'Mails',
    timeline: 'What happened',
    priority: 'Priority',
    team: 'Team',
    owner: 'Answers for it',
    customer: 'Customer',
    subject: 'About',
    nobody: 'nobody yet',
    opened: 'Opened',
    closed: 'Closed',
    noTasks: 'No task was opened.',
    noPromises: 'Nothing is promised for it.',
    noMails: 'No mail was sent.',
    due: 'due',
    late: 'overdue',
    left: (time) => `${time} left`,
    over: (time) => `${time} over`,
    used: (time) => `${time} used`,
    explain: 'Hour by hour',
    chainHolds: (count) => `${count} events, none changed`,
    chainBroken: (seq) => `Broken at event ${seq}: treat it as an incident of security`,
    by: (who) => `by ${who}`,
    details: 'Details',
    oldest: 'Oldest first',
    newest: 'Newest first',
    about: 'The case',
  },
  fa: {
    attention: 'نیازمند رسیدگی',
    runs: 'اجراها',
    tasks: 'کارها',
    promises: 'تعهدها',
    mails: 'نامه‌ها',
    timeline: 'آنچه رخ داد',
    priority: 'اولویت',
    team: 'گروه',
    owner: 'مسئول',
    customer: 'مشتری',
    subject: 'درباره',
    nobody: 'هنوز کسی نیست',
    opened: 'باز شده',
    closed: 'بسته شده',
    noTasks: 'کاری باز نشده است.',
    noPromises: 'تعهدی برای آن نیست.',
    noMails: 'نامه‌ای فرستاده نشده است.',
    due: 'مهلت',
    late: 'دیرکرد',
    left: (time) => `${time} مانده`,
    over: (time) => `${time} گذشته`,
    used: (time) => `${time} صرف شده`,
    explain: 'ساعت به ساعت',
    chainHolds: (count) => `${count} رویداد، بی‌تغییر`,
    chainBroken: (seq) => `در رویداد ${seq} شکسته است: رخدادی امنیتی است`,
    by: (who) => `از ${who}`,
    details: 'جزئیات',
    oldest: 'نخست قدیمی‌ترین',
    newest: 'نخست تازه‌ترین',
    about: 'پرونده',
  },
};
