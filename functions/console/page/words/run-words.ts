import type { Language } from '../../../shared/language.ts';
import type { Status } from '../graph/run-graph.ts';

type RunWords = {
  status: Record<Status, string>;
  graph: (machine: string) => string;
  keys: string;
  everyState: string;
  retried: (count: string) => string;
  visited: (count: string) => string;
  visit: (number: string) => string;
  former: string;
  attempt: (number: string) => string;
  choose: string;
  entered: string;
  lasted: string;
  tries: string;
  failures: string;
  input: string;
  output: string;
  events: string;
  none: string;
  ended: Record<'succeeded' | 'failed' | 'stopped', string>;
  itsRun: string;
  runbook: string;
};

export const runWords: Record<Language, RunWords> = {
  en: {
    status: {
      'not-reached': 'not reached',
      running: 'running',
      waiting: 'waits for an answer',
      succeeded: 'succeeded',
      caught: 'failed, caught',
      failed: 'failed',
      stopped: 'stopped',
    },
    graph: (machine) => `The workflow ${machine} and what happened in it`,
    keys: 'Arrow keys go from state to state; Enter opens one.',
    everyState: 'Show every state',
    retried: (count) => `retried ${count}×`,
    visited: (count) => `${count} times`,
    visit: (number) => `Time ${number}`,
    former: 'no longer in the workflow',
    attempt: (number) => `attempt ${number}`,
    choose: 'Choose a state to see what went in, what came out and what happened.',
    entered: 'Entered',
    lasted: 'Lasted',
    tries: 'Tries',
    failures: 'What went wrong',
    input: 'Input',
    output: 'Output',
    events: 'Events',
    none: 'Nothing.',
    ended: { succeeded: 'The run succeeded', failed: 'The run failed', stopped: 'The run was stopped' },
    itsRun: 'The run it started',
    runbook: 'Runbook',
  },
  fa: {
    status: {
      'not-reached': 'نرسیده',
      running: 'در جریان',
      waiting: 'در انتظار پاسخ',
      succeeded: 'انجام‌شده',
      caught: 'ناموفق، مهار شد',
      failed: 'ناموفق',
      stopped: 'متوقف‌شده',
    },
    graph: (machine) => `روند کار ${machine} و آنچه در آن رخ داد`,
    keys: 'با کلیدهای جهت میان گام‌ها بروید و با Enter یکی را باز کنید.',
    everyState: 'نمایش همه گام‌ها',
    retried: (count) => `${count}× تلاش دوباره`,
    visited: (count) => `${count} بار`,
    visit: (number) => `بار ${number}`,
    former: 'دیگر در روند کار نیست',
    attempt: (number) => `تلاش ${number}`,
    choose: 'گامی را برگزینید تا ورودی، خروجی و رویدادهای آن را ببینید.',
    entered: 'آغاز',
    lasted: 'مدت',
    tries: 'تلاش‌ها',
    failures: 'آنچه نادرست رفت',
    input: 'ورودی',
    output: 'خروجی',
    events: 'رویدادها',
    none: 'هیچ.',
    ended: { succeeded: 'اجرا انجام شد', failed: 'اجرا ناموفق ماند', stopped: 'اجرا متوقف شد' },
    itsRun: 'اجرایی که آغاز کرد',
    runbook: 'دستورنامه',
  },
};
