import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import { remind } from '../../../functions/reminder/remind.ts';
import { reminderDue } from '../../../functions/reminder/reminder.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { day, hour, after as later } from '../../../functions/shared/now.ts';
import type { TaskKind } from '../../../functions/task/task.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { openTables, tableNames } from '../../support/tables.ts';

const worldOf = (client: typeof db, post: ReturnType<typeof postOffice>) => ({
  ...mailWorld(client, post),
  views: caseViewStore(client, tableNames.CASE_VIEWS_TABLE),
  policies: policyStore(client, tableNames.POLICIES_TABLE),
});

let { db, stop } = await openTables();
let office: ReturnType<typeof postOffice>;
let world: ReturnType<typeof worldOf>;
/** Each test has its own tables: a sweep sees all that is due. */
async function begin(): Promise<void> {
  await stop();
  ({ db, stop } = await openTables());
  office = postOffice();
  world = worldOf(db, office);
  const team = (name: string) => ({ team: name, manager: 'mia', members: ['ann', 'ben'] });
  await world.policies.save('teams', ['cards', 'fraud', 'disputes', 'operations'].map(team), 'adam', monday);
  for (const person of ['ann', 'ben', 'mia']) {
    await world.vault.putContact(person, { ...amir, name: person, email: `${person}@bank.example` });
  }
}
beforeEach(begin);
afterAll(() => stop());

/** A case with an open task, in the list of what is due. */
async function openTask({ kind = 'triage' as TaskKind, dueAt = monday, claimedBy = '' } = {}): Promise<string> {
  const caseId = newId('case');
  const taskId = f.taskId(kind, caseId);
  await world.cases.change(caseId, { by: 'app', at: monday }, () => [
    f.opened,
    f.taskOpened(kind, { in: caseId, dueAt }),
  ]);
  const claim: CaseFact = { kind: 'task-claimed', data: { taskId } };
  if (claimedBy) await world.cases.change(caseId, { by: claimedBy, at: monday }, () => [claim]);
  await list(caseId);
  return caseId;
}
/** Brings the list up to date, as the stream does. */
async function list(caseId: string): Promise<void> {
  const events = await world.cases.history(caseId);
  const current = fold(events);
  const rows = current.tasks.map((task) => ({ seq: events.length, task, remindAt: reminderDue(task) }));
  await world.views.project(current, events.length, rows);
}
const complete = (caseId: string) =>
  world.cases.change(caseId, { by: 'ann', at: monday }, () => [
    { kind: 'task-completed', data: { taskId: f.taskId('triage', caseId), outcome: 'resolved' } },
  ]);
const remindersIn = async (caseId: string) =>
  (await world.cases.history(caseId)).flatMap(({ fact }) =>
    fact.kind === 'reminder-sent' ? [[fact.data.rung, fact.data.to]] : [],
  );
const posted = () => office.posted.map((mail) => mail.to.split('@')[0]);

test('nothing is due, nobody is reminded', async () => {
  await openTask({ dueAt: later(monday, hour) });
  expect(await remind(world, monday)).toEqual({ reminded: 0 });
  expect(posted()).toEqual([]);
});

test('three rungs are climbed: the one who has it twice, then the manager, each once', async () => {
  const caseId = await openTask({ claimedBy: 'ann' });
  for (let hours = 0; hours < 8 * 24; hours += 6) {
    await remind(world, later(monday, hours * hour));
    await list(caseId);
  }
  expect(await remindersIn(caseId)).toEqual([
    [1, 'ann'],
    [2, 'ann'],
    [3, 'mia'],
  ]);
  expect(posted()).toEqual(['ann', 'ann', 'mia']);
});

test('everything that waits for a person is in one mail', async () => {
  const cases = [await openTask({ claimedBy: 'ann' }), await openTask({ claimedBy: 'ann' })];
  await openTask({ claimedBy: 'ben' });
  expect(await remind(world, monday)).toEqual({ reminded: 3 });
  expect(posted().sort()).toEqual(['ann', 'ben']);
  for (const caseId of cases) expect(await remindersIn(caseId)).toEqual([[1, 'ann']]);
});

test('what comes due after the mail of a day waits for the mail of the next', async () => {
  await openTask({ claimedBy: 'ann' });
  await remind(world, monday);
  const late = await openTask({ claimedBy: 'ann' });
  await remind(world, later(monday, hour));
  expect(await remindersIn(late)).toEqual([]);
  await remind(world, later(monday, day));
  expect(await remindersIn(late)).toEqual([[1, 'ann']]);
  expect(posted()).toEqual(['ann', 'ann']);
});

test('a day is the day of the reader: midnight in Tehran comes before midnight in London', async () => {
  await world.vault.putContact('ann', { ...amir, email: 'ann@bank.example', timeZone: 'Asia/Tehran' });
  const evening = '2026-11-23T20:00:00.000Z'; // 23:30 in Tehran
  await openTask({ claimedBy: 'ann' });
  await openTask({ claimedBy: 'ben' });
  await remind(world, evening);
  await openTask({ claimedBy: 'ann' });
  await openTask({ claimedBy: 'ben' });
  await remind(world, later(evening, hour)); // 00:30 in Tehran, still Monday in London
  expect(posted().sort()).toEqual(['ann', 'ann', 'ben']);
});

test('a task that was completed meanwhile is nobody’s reminder, though the list still has it', async () => {
  const caseId = await openTask({ claimedBy: 'ann' });
  await complete(caseId);
  expect(await remind(world, monday)).toEqual({ reminded: 0 });
  expect(posted()).toEqual([]);
});

test('two sweeps at once send one mail and climb one rung', async () => {
  const caseId = await openTask({ claimedBy: 'ann' });
  await Promise.all([remind(world, monday), remind(world, monday), remind(worldOf(db, office), monday)]);
  expect(posted()).toEqual(['ann']);
  expect(await remindersIn(caseId)).toEqual([[1, 'ann']]);
});

describe('when a mail', () => {
  test('is refused, others get theirs, and the next sweep tries again', async () => {
    const caseId = await openTask({ claimedBy: 'ann' });
    await openTask({ claimedBy: 'ben' });
    office.refuseNext();
    await remind(world, monday);
    expect(posted()).toHaveLength(1);
    await remind(world, later(monday, hour));
    expect(posted().sort()).toEqual(['ann', 'ben']);
    expect(await remindersIn(caseId)).toEqual([[1, 'ann']]);
  });

  test('cannot be sent to somebody without an address, the ladder goes on to the manager', async () => {
    const caseId = await openTask({ claimedBy: 'nobody' });
    for (let days = 0; days < 6; days++) {
      await remind(world, later(monday, days * day));
      await list(caseId);
    }
    expect(posted()).toEqual(['mia']);
  });
});

test('a sweep that is killed anywhere reminds nobody twice, and loses no rung', async () => {
  const caseIds: string[] = [];
  await killedAtEveryCall(async (kill, where) => {
    caseIds.length = 0;
    await begin();
    caseIds.push(await openTask({ claimedBy: 'ann' }), await openTask({ claimedBy: 'ann' }));
    await remind(worldOf(kill(db), office), monday).catch(() => undefined);
    await remind(world, later(monday, hour));
    expect(posted().length, where).toBeLessThan(2);
    for (const caseId of caseIds) expect(await remindersIn(caseId), where).toEqual([[1, 'ann']]);
  });
});
