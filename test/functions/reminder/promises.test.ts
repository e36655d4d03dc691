import { describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { versionStore } from '../../../functions/policy/version-store.ts';
import { remind } from '../../../functions/reminder/remind.ts';
import { shippedReminders } from '../../../functions/reminder/reminder.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { day, hour, type Instant, after as later } from '../../../functions/shared/now.ts';
import { listPromises } from '../../../functions/sla/list-promises.ts';
import { promiseListStore } from '../../../functions/sla/promise-list-store.ts';
import { slaPolicies } from '../../../functions/sla/sla-policies.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { tableNames } from '../../support/tables.ts';
import { reminderWorld } from './reminder-world.ts';

// What was promised to a customer climbs the ladder like a task: warn, due, overdue, manager.

const { world, office, db, posted, remindersIn } = reminderWorld();
const rungs = [
  { id: 'due-soon' as const, hoursAfterDue: -1, to: 'responsible' as const },
  ...shippedReminders.rungs.map((rung) => ({ ...rung, hoursAfterDue: rung.id === 'due' ? 0 : rung.hoursAfterDue })),
];

/** Brings the list up to date, as the listener does that is told of every move of a clock. */
const list = (caseId: string, at: Instant) =>
  listPromises(
    {
      ...world(),
      list: promiseListStore(db(), tableNames.CASE_VIEWS_TABLE),
      sla: slaPolicies(versionStore(db(), tableNames.POLICIES_TABLE)),
    },
    caseId,
    at,
  );

/** A case of lost cards, opened on Monday at nine: the first answer is promised within four working hours in Tehran. */
async function open(promises = true): Promise<{ caseId: string; happens: Happens }> {
  await world().policies.save('reminders', { rungs, mailsAWeek: 7, promises }, 'adam', monday);
  const caseId = newId('case');
  const happens: Happens = async (fact, at, by = 'ann', seen = true) => {
    await world().cases.change(caseId, { by, at }, () => [fact]);
    if (seen) await list(caseId, at);
  };
  await happens(f.opened, monday, 'app');
  return { caseId, happens };
}
type Happens = (fact: CaseFact, at: Instant, by?: string, seen?: boolean) => Promise<void>;
const owned: CaseFact = { kind: 'owner-assigned', data: { owner: 'ann' } };
const at = (hours: number) => later(monday, hours * hour);
const due = 4;

describe('a promise to a customer', () => {
  test('is told before it is due to whoever answers for the case, and in the mail as what it is', async () => {
    const { caseId, happens } = await open();
    await happens(owned, monday);
    await remind(world(), at(due - 1.1));
    expect(posted()).toEqual([]);
    await remind(world(), at(due - 1));
    expect(posted()).toEqual(['ann']);
    expect(office().posted[0]?.text).toContain('Promised: first answer');
    expect(await remindersIn(caseId)).toEqual([['due-soon', 'ann']]);
  });

  test('climbs to the manager when nobody keeps it, each rung once and in one mail a day', async () => {
    const { caseId, happens } = await open();
    await happens(owned, monday);
    for (let days = 0; days < 7; days++) {
      await remind(world(), at(due + days * 24));
      await list(caseId, at(due + days * 24));
    }
    const first = (await world().cases.history(caseId)).flatMap(({ fact }) =>
      fact.kind === 'reminder-sent' && fact.data.taskId.includes('first-response')
        ? [[fact.data.name, fact.data.to]]
        : [],
    );
    expect(first).toEqual([
      ['due', 'ann'],
      ['overdue', 'ann'],
      ['escalated', 'mia'],
    ]);
    expect(posted().filter((person) => person === 'ann').length).toBeLessThanOrEqual(7);
  });

  test('of a case that nobody answers for is the manager’s', async () => {
    await open();
    await remind(world(), at(due));
    expect(posted()).toEqual(['mia']);
  });

  test('that was kept is not told, though the list still has it', async () => {
    const { caseId, happens } = await open();
    await happens(owned, monday);
    await happens(f.said('outbound'), at(1), 'ann', false);
    await remind(world(), at(due));
    expect(posted()).toEqual([]);
    expect(await remindersIn(caseId)).toEqual([]);
  });

  test('that was kept is in the list no more', async () => {
    const { happens } = await open();
    await happens(f.said('outbound'), at(1));
    await remind(world(), at(due));
    expect(posted()).toEqual([]);
  });

  test('whose clock stands still while the case waits is not told until it goes on', async () => {
    const { happens } = await open();
    await happens(f.said('outbound'), at(0.5)); // the first answer is given; the silence after it may last three days
    await happens(f.waits, at(1));
    await remind(world(), at(30 * 24));
    expect(posted()).toEqual([]);
  });

  test('of a case that is closed is over', async () => {
    const { happens } = await open();
    await happens(f.closed, at(1));
    await remind(world(), at(10 * 24));
    expect(posted()).toEqual([]);
  });

  test('that became more urgent is due sooner', async () => {
    const { happens } = await open();
    const urgent = { from: 'normal', to: 'urgent', reason: 'customer-at-risk' } as const;
    await happens({ kind: 'priority-changed', data: urgent }, at(0.1));
    await remind(world(), at(1));
    expect(posted()).toEqual(['mia']);
  });

  test('collapses to one mail after days without the service', async () => {
    const { caseId, happens } = await open();
    await happens(owned, monday);
    await remind(world(), later(monday, 20 * day));
    expect(posted()).toEqual(['mia']);
    expect(new Set((await remindersIn(caseId)).map(([rung]) => rung))).toEqual(new Set(['escalated']));
  });

  test('is told once by two sweeps at once', async () => {
    await open();
    await Promise.all([remind(world(), at(due)), remind(world(), at(due))]);
    expect(posted()).toEqual(['mia']);
  });

  test('climbs nowhere unless the ladder says so', async () => {
    await open(false);
    await remind(world(), at(due + 48));
    expect(posted()).toEqual([]);
  });
});
