import { beforeEach, expect, test } from 'vitest';
import { closeSilentCases } from '../../../functions/case/close-silent-cases.ts';
import { dueListStore } from '../../../functions/case/due-list-store.ts';
import { after, day, hour } from '../../../functions/shared/now.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import * as f from '../../support/facts.ts';
import { followWorld } from '../../support/follow-world.ts';
import { type Happened, monday } from '../../support/given.ts';
import { append, bringLast } from '../../support/happening.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { openedCase } from '../../support/task-world.ts';

const { db } = startTables();
const runs = stepFunctions();
const world = followWorld(db, runs);
const due = dueListStore(db, tableNames.CASE_VIEWS_TABLE);
const sweep = (at = late) => closeSilentCases({ cases: world.cases, views: due }, at);
const late = after(monday, 15 * day);

let caseId: string;
beforeEach(async () => {
  caseId = await openedCase(world);
  const worked = [f.freezePlanned('acc_1'), f.frozen('acc_1'), f.freezeCompleted, f.reviewed()];
  await happens(...worked, f.taskOpened('triage', { in: caseId }), f.waits);
});

/** Appends the facts and has the stream bring the last of them. */
async function happens(...facts: Happened[]): Promise<void> {
  await append(world, caseId, ...facts);
  await bringLast(world, caseId);
}
const isDue = async (at: string) => {
  for await (const row of due.silent(at)) if (row.caseId === caseId) return true;
  return false;
};
const last = async () => (await world.cases.history(caseId)).at(-1);

test('who stayed silent is given up once, however many sweep at once, and the run is told', async () => {
  await world.waits.put(caseId, waitingFor.triage(1), { token: `token-${caseId}`, turn: monday }, monday);
  expect(await isDue(after(monday, 13 * day))).toBe(false);
  expect(await isDue(late)).toBe(true);
  await Promise.all([sweep(), sweep()]);
  expect(await last()).toMatchObject({ by: 'customer-timer', fact: { data: { outcome: 'no-answer' } } });
  expect((await world.cases.history(caseId)).filter(({ fact }) => fact.kind === 'task-completed')).toHaveLength(1);
  await bringLast(world, caseId);
  expect(runs.answers.at(-1)).toEqual({ token: `token-${caseId}`, output: { outcome: 'no-answer' } });
  expect(await isDue(late)).toBe(false);
});

test('who wrote meanwhile is heard, though the list does not know it yet', async () => {
  await world.cases.change(caseId, { by: 'app', at: monday }, () => [f.said('inbound')]);
  expect(await isDue(late)).toBe(true);
  await sweep();
  expect((await last())?.fact.kind).toBe('interaction-recorded');
  await bringLast(world, caseId);
  expect((await last())?.fact).toEqual({ kind: 'waiting-ended', data: { because: 'customer-wrote' } });
  expect(await isDue(late)).toBe(false);
  expect((await world.cases.load(caseId)).waiting).toBeUndefined();
});

test('fourteen days of silence, hour by hour: one reminder after seven, the end after fourteen', async () => {
  const wait = {
    reason: 'customer-documents',
    remindAt: after(monday, 7 * day),
    closeAt: after(monday, 14 * day),
  } as const;
  await happens(f.waited, { kind: 'waiting-started', data: wait });
  const seen: [string, number][] = [];
  for (let hours = 0; hours <= 15 * 24; hours += 6) {
    const before = (await world.cases.history(caseId)).length;
    await Promise.all([sweep(after(monday, hours * hour)), sweep(after(monday, hours * hour))]);
    for (const { fact } of (await world.cases.history(caseId)).slice(before)) seen.push([fact.kind, hours / 24]);
    await bringLast(world, caseId);
  }
  expect(seen).toEqual([
    ['waiting-reminded', 7],
    ['task-completed', 14],
  ]);
});
