import type { Language } from '../../../shared/language.ts';

type ListWords = {
  filters: string;
  status: string;
  anyStatus: string;
  team: string;
  anyTeam: string;
  customer: string;
  customerHint: string;
  age: string;
  anyAge: string;
  olderThan: (age: string) => string;
  machine: string;
  case: string;
  opened: string;
  atWork: string;
  givesUp: (at: string) => string;
  started: string;
  lasted: string;
  run: string;
  shown: (count: string) => string;
  more: string;
  noCases: string;
  noRuns: string;
  forPeople: string;
  forPeopleWhy: string;
  nothingForPeople: string;
  badRuns: string;
  badRunsWhy: string;
  noBadRuns: string;
  sweep: string;
  sweepWhy: string;
  noSweep: string;
  swept: (at: string, open: string, live: string) => string;
  fits: string;
  repaired: string;
  failed: string;
  due: string;
  overdue: string;
};

export const listWords: Record<Language, ListWords> = {
  en: {
    filters: 'Filters',
    status: 'State',
    anyStatus: 'Any state',
    team: 'Team',
    anyTeam: 'Any team',
    customer: 'Customer',
    customerHint: 'Id of a customer',
    age: 'Age',
    anyAge: 'Any age',
    olderThan: (age) => `Older than ${age}`,
    machine: 'Workflow',
    case: 'Case',
    opened: 'Opened',
    atWork: 'machine at work',
    givesUp: (at) => `waits for the customer until ${at}`,
    started: 'Started',
    lasted: 'Lasted',
    run: 'Run',
    shown: (count) => `${count} shown`,
    more: 'Show more',
    noCases: 'No case is like that.',
    noRuns: 'No run is like that.',
    forPeople: 'Handed to a person',
    forPeopleWhy: 'A step failed for good, and operations was asked how to go on.',
    nothingForPeople: 'No step waits for operations.',
    badRuns: 'Runs that ended badly',
    badRunsWhy: 'Failed, timed out or stopped, of the last days.',
    noBadRuns: 'No run ended badly.',
    sweep: 'The last sweep',
    sweepWhy:
      'Every quarter of an hour each open case is held against its run; what stays the same is noted once an hour.',
    noSweep: 'There was no sweep yet.',
    swept: (at, open, live) => `${at}: ${open} open cases, ${live} live runs.`,
    fits: 'Everything fits.',
    repaired: 'Put right',
    failed: 'Could not be looked at',
    due: 'Due',
    overdue: 'overdue',
  },
  fa: {
    filters: 'صافی‌ها',
    status: 'وضعیت',
    anyStatus: 'هر وضعیت',
    team: 'گروه',
    anyTeam: 'هر گروه',
    customer: 'مشتری',
    customerHint: 'شناسه مشتری',
    age: 'عمر',
    anyAge: 'هر عمر',
    olderThan: (age) => `بیش از ${age}`,
    machine: 'روند کار',
    case: 'پرونده',
    opened: 'باز شده',
    atWork: 'در دست ماشین',
    givesUp: (at) => `تا ${at} در انتظار مشتری`,
    started: 'آغاز',
    lasted: 'مدت',
    run: 'اجرا',
    shown: (count) => `${count} مورد`,
    more: 'نمایش بیشتر',
    noCases: 'پرونده‌ای با این ویژگی نیست.',
    noRuns: 'اجرایی با این ویژگی نیست.',
    forPeople: 'سپرده به همکاران',
    forPeopleWhy: 'گامی برای همیشه ناموفق ماند و از گروه عملیات پرسیده شد چگونه ادامه یابد.',
    nothingForPeople: 'هیچ گامی در انتظار عملیات نیست.',
    badRuns: 'اجراهایی که بد پایان یافت',
    badRunsWhy: 'ناموفق، مهلت‌گذشته یا متوقف‌شده، در روزهای گذشته.',
    noBadRuns: 'هیچ اجرایی بد پایان نیافته است.',
    sweep: 'آخرین وارسی',
    sweepWhy: 'هر ربع ساعت هر پرونده باز با اجرای آن سنجیده می‌شود؛ آنچه همان مانده است، ساعتی یک بار ثبت می‌شود.',
    noSweep: 'هنوز وارسی انجام نشده است.',
    swept: (at, open, live) => `${at}: ${open} پرونده باز، ${live} اجرای زنده.`,
    fits: 'همه چیز جور است.',
    repaired: 'به راه افتاد',
    failed: 'وارسی نشد',
    due: 'مهلت',
    overdue: 'دیرکرد',
  },
};
