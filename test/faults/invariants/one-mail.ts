import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import { delivery, type LetterKind } from '../../../functions/mail/mail.ts';
import { caseIdOf } from '../../../functions/shared/ids.ts';
import type { Mail } from '../simulator/post-office.ts';
import type { World } from '../simulator/world.ts';
import type { Invariant } from './invariant.ts';

type Claimed = { caseId: string; about: string[] };

function claimOf({ database }: World, { mailId }: Mail): Claimed | undefined {
  const item = database.table('case-views').get({ pk: { S: `mail#${mailId}` }, sk: { S: 'claim' } });
  if (!item) return undefined;
  const text = (name: string) => (item[name] && 'S' in item[name] ? item[name].S : '');
  return { caseId: text('caseId'), about: text('about') ? JSON.parse(text('about')) : [] };
}

/** I3: no mail of a kind at most once arrives twice; a digest a day; a reminder only after the one before it. */
export const oneMail: Invariant = {
  name: 'I3 one mail of a kind',
  watch(world, { customers }, fail) {
    const copies = new Map<string, number>();
    const digests = new Set<string>();
    const rungs = new Set<string>();
    const climbed = new Set<string>();
    const ids = new Map<string, string>();
    return {
      mailed(mail) {
        const claim = claimOf(world, mail);
        if (!claim) return fail(`${mail.letter} was sent without a claim`);
        const { caseId, about } = claim;
        if (mail.letter === 'task-reminder') return reminded(mail, about);
        const key = `${caseId} ${mail.letter} ${mail.to}`;
        copies.set(key, (copies.get(key) ?? 0) + 1);
        const known = ids.get(key) ?? mail.mailId;
        ids.set(key, mail.mailId);
        const once = delivery[mail.letter as LetterKind] === 'at-most-once';
        if (known !== mail.mailId || (once && copies.get(key) !== 1)) fail(`${key} was sent twice`);
        const { events, current } = world.truth.of(caseId);
        if (mail.to !== `${current.customerId}@example.com`) fail(`${mail.letter} of ${caseId} went to ${mail.to}`);
        if (!events.some(({ fact }) => reasons[mail.letter]?.includes(fact.kind))) fail(`${key} had no reason`);
      },
      wrote(_, event) {
        if (event) recordedOnce(event);
        if (event?.fact.kind !== 'reminder-sent') return;
        const { taskId, rung } = event.fact.data;
        const before = world.truth
          .of(event.caseId)
          .events.filter(({ fact }) => fact.kind === 'reminder-sent' && fact.data.taskId === taskId);
        if (before.length !== rung) fail(`reminder ${rung} of ${taskId} came as number ${before.length}`);
      },
      settled() {
        for (const [caseId, { current, events }] of world.truth.cases) {
          const reader = customers.find(({ id }) => id === current.customerId);
          if (reader?.mail !== 'arrives') continue;
          for (const [letter, [kind]] of Object.entries(reasons)) {
            if (!events.some(({ fact }) => fact.kind === kind)) continue;
            const sent = copies.has(`${caseId} ${letter} ${current.customerId}@example.com`);
            const unconfirmed = events.some(
              ({ fact }) => fact.kind === 'mail-unconfirmed' && fact.data.letter === letter,
            );
            if (!sent && (!unconfirmed || world.plan.onlyRefuses))
              fail(`${caseId}: ${kind}, and no ${letter} was sent`);
          }
        }
      },
    };

    function recordedOnce({ caseId, fact }: CaseEvent): void {
      if (fact.kind !== 'reminder-sent' && fact.kind !== 'reminder-not-sent') return;
      const { taskId, name, dueAt } = fact.data;
      const rung = `${caseId} ${taskId} ${name} ${dueAt}`;
      if (name && climbed.has(rung)) fail(`the rung ${name} of ${taskId} was climbed twice`);
      climbed.add(rung);
    }

    function reminded({ to, at, mailId }: Mail, about: string[]): void {
      if (digests.has(mailId)) fail(`the digest ${mailId} to ${to} was sent twice`);
      digests.add(mailId);
      for (const one of about) {
        if (rungs.has(`${one} ${to}`)) fail(`${to} was reminded of ${one} twice`);
        rungs.add(`${one} ${to}`);
        const [taskId = '', rung, dueAt = ''] = one.split('#');
        const known = world.truth.of(caseIdOf(taskId)).current.tasks.some((task) => task.taskId === taskId);
        if (!known) fail(`a reminder of ${taskId}, which there is not`);
        if (rung !== 'due-soon' && at + LARGEST_SKEW < Date.parse(dueAt)) fail(`${one} came before it was due`);
      }
    }
  },
};

/** How far the clock of a function may be ahead (milliseconds). */
const LARGEST_SKEW = 60_000;

const reasons: Record<string, string[]> = {
  'accounts-frozen': ['freeze-completed'],
  'case-closed': ['case-closed'],
  'survey-invitation': ['survey-invited'],
  'survey-reminder': ['survey-reminded'],
};
