import type { Rung } from '../../reminder/reminder.ts';
import type { Language } from '../../shared/language.ts';
import type { TaskKind, taskKinds } from '../../task/task.ts';
import type { LetterOf, OpenTask } from './letter.ts';
import { type Block, type Card, type Message, paragraph } from './message.ts';
import type { Reader } from './reader.ts';

type KnownTeam = (typeof taskKinds)[TaskKind]['team'];

type Words = {
  heading(count: number, shown: string): string;
  overdue(count: string): string;
  what(count: number): string;
  kinds: Record<OpenTask['kind'], string>;
  rungs: Record<Rung['id'], string>;
  teams: Record<KnownTeam, string>;
  details(reference: string, team: string, dueAt: string): string;
  more(count: string): string;
};

const words: Record<Language, Words> = {
  en: {
    heading: (count, shown) => (count === 1 ? 'One task is waiting for you' : `${shown} tasks are waiting for you`),
    overdue: (count) => `, ${count} overdue`,
    what: (count) =>
      count === 1
        ? 'It is still open, and a case is waiting for it.'
        : 'They are still open, and a case is waiting for each of them. The one due first comes first.',
    kinds: {
      triage: 'Triage',
      'fraud-review': 'Fraud review',
      'dispute-review': 'Dispute review',
      'complaint-assessment': 'Complaint: assessment',
      'complaint-investigation': 'Complaint: investigation',
      'complaint-response': 'Complaint: response',
      'failed-step': 'Step that failed',
      'follow-up': 'Follow-up',
      'survey-recovery': 'Call an unhappy customer',
      'first-response': 'Promised: first answer',
      'next-response': 'Promised: next answer',
      resolution: 'Promised: solution',
      'progress-update': 'Promised: word on progress',
    },
    rungs: { 'due-soon': 'Due soon', due: 'Due now', overdue: 'Overdue', escalated: 'Escalated' },
    teams: { cards: 'Cards', fraud: 'Fraud', disputes: 'Disputes', complaints: 'Complaints', operations: 'Operations' },
    details: (reference, team, dueAt) => `Case ${reference}, team ${team}, due on ${dueAt}`,
    more: (count) => `${count} more are in your task list.`,
  },
  fa: {
    heading: (_, shown) => `${shown} کار در انتظار شماست`,
    overdue: (count) => `، ${count} مورد با تأخیر`,
    what: (count) =>
      count === 1
        ? 'این کار هنوز باز است و پرونده‌ای در انتظار آن است.'
        : 'این کارها هنوز باز هستند و برای هر کدام پرونده‌ای در انتظار است. کاری که مهلتش زودتر است، بالاتر آمده است.',
    kinds: {
      triage: 'تعیین تکلیف پرونده',
      'fraud-review': 'بررسی تقلب',
      'dispute-review': 'رسیدگی به اعتراض',
      'complaint-assessment': 'ارزیابی شکایت',
      'complaint-investigation': 'رسیدگی به شکایت',
      'complaint-response': 'پاسخ به شکایت',
      'failed-step': 'مرحله ناموفق',
      'follow-up': 'پیگیری',
      'survey-recovery': 'تماس با مشتری ناراضی',
      'first-response': 'تعهد: نخستین پاسخ',
      'next-response': 'تعهد: پاسخ بعدی',
      resolution: 'تعهد: حل مسئله',
      'progress-update': 'تعهد: خبر از روند کار',
    },
    rungs: { 'due-soon': 'نزدیک مهلت', due: 'سر مهلت', overdue: 'با تأخیر', escalated: 'ارجاع‌شده به سرپرست' },
    teams: {
      cards: 'امور کارت',
      fraud: 'مقابله با تقلب',
      disputes: 'رسیدگی به اعتراض',
      complaints: 'امور شکایات',
      operations: 'عملیات',
    },
    details: (reference, team, dueAt) => `پرونده ${reference}، گروه ${team}، مهلت ${dueAt}`,
    more: (count) => `${count} کار دیگر در فهرست کارهای شماست.`,
  },
};

const isLate = ({ rung }: OpenTask): boolean => rung === 'overdue' || rung === 'escalated';
const isKnown = (team: string): team is KnownTeam => Object.hasOwn(words.en.teams, team);
const mostShown = 20;

/** To a colleague: everything that waits for them, in one mail. */
export function taskReminder({ tasks }: LetterOf<'task-reminder'>, reader: Reader): Message {
  const say = words[reader.language];
  const late = tasks.filter(isLate).length;
  const heading = say.heading(tasks.length, reader.number(tasks.length));
  const teamName = (team: string) => (isKnown(team) ? say.teams[team] : reader.foreign(team));
  const card = (task: OpenTask): Card => ({
    title: say.kinds[task.kind],
    mark: say.rungs[task.rung],
    urgent: isLate(task),
    details: say.details(reader.reference(task.caseId), teamName(task.team), reader.dateTime(task.dueAt)),
  });
  const shown = [...tasks].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt)).slice(0, mostShown);
  const hidden = tasks.length - shown.length;
  const rest: Block[] = hidden > 0 ? [paragraph(say.more(reader.number(hidden)))] : [];
  return {
    subject: late > 0 ? heading + say.overdue(reader.number(late)) : heading,
    heading,
    blocks: [paragraph(say.what(tasks.length)), { kind: 'cards', items: shown.map(card) }, ...rest],
  };
}
