import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import { caseIdOf } from '../../../functions/shared/ids.ts';
import { zoneOf } from '../people/bank.ts';
import type { Mail } from '../simulator/post-office.ts';
import type { World } from '../simulator/world.ts';
import type { Invariant } from './invariant.ts';

/** How far the clock of a function may be ahead (milliseconds). */
const LARGEST_SKEW = 3_600_000;

const calendars = new Map<string, Intl.DateTimeFormat>();
/** The day it is where somebody is. */
function dayOf(person: string, at: number): string {
  const timeZone = zoneOf(person);
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  calendars.set(timeZone, calendar);
  return calendar.format(at);
}

/** What a digest was claimed to be about: a task, a rung and a due time each. */
function aboutOf({ database }: World, { mailId }: Mail): string[] {
  const item = database.table('case-views').get({ pk: { S: `mail#${mailId}` }, sk: { S: 'claim' } });
  return item?.about && 'S' in item.about ? (JSON.parse(item.about.S) as string[]) : [];
}

/** I3, for colleagues: a digest a day, each rung of a task once and only when it is due, the second after the first. */
export const oneReminder: Invariant = {
  name: 'I3 one digest a day, each rung once',
  watch(world, _life, fail) {
    const digests = new Set<string>();
    const rungs = new Set<string>();
    const climbed = new Set<string>();

    function climb({ caseId, fact }: CaseEvent): void {
      if (fact.kind !== 'reminder-sent' && fact.kind !== 'reminder-not-sent') return;
      const { taskId, name, dueAt } = fact.data;
      const rung = `${caseId} ${taskId} ${name} ${dueAt}`;
      if (name && climbed.has(rung)) fail(`the rung ${name} of ${taskId} was climbed twice`);
      climbed.add(rung);
    }

    return {
      mailed(mail) {
        if (mail.letter !== 'task-reminder') return;
        const { to, at } = mail;
        const today = dayOf(to.replace(/@.*/, ''), at);
        if (digests.has(`${to} ${today}`)) fail(`${to} had a second digest on ${today}`);
        digests.add(`${to} ${today}`);
        for (const one of aboutOf(world, mail)) {
          if (rungs.has(`${one} ${to}`)) fail(`${to} was reminded of ${one} twice`);
          rungs.add(`${one} ${to}`);
          const [taskId = '', rung, dueAt = ''] = one.split('#');
          const known = world.truth.of(caseIdOf(taskId)).current.tasks.some((task) => task.taskId === taskId);
          if (!known) fail(`a reminder of ${taskId}, which there is not`);
          if (rung !== 'due-soon' && at + LARGEST_SKEW < Date.parse(dueAt)) fail(`${one} came before it was due`);
        }
      },
      wrote(_, event) {
        if (event) climb(event);
        if (event?.fact.kind !== 'reminder-sent') return;
        const { taskId, rung } = event.fact.data;
        const before = world.truth
          .of(event.caseId)
          .events.filter(({ fact }) => fact.kind === 'reminder-sent' && fact.data.taskId === taskId);
        if (before.length !== rung) fail(`reminder ${rung} of ${taskId} came as number ${before.length}`);
      },
    };
  },
};
