import { beforeEach, describe, expect, test } from 'vitest';
import { fold } from '../../../functions/case/case-store.ts';
import { endRuns } from '../../../functions/case/end-runs.ts';
import { isAboutLinks, settleLinks } from '../../../functions/case/join-cases.ts';
import { link, unlink } from '../../../functions/case/link-case.ts';
import { mergeCase, unmergeCase } from '../../../functions/case/merge-case.ts';
import { recordInteraction } from '../../../functions/case/record-interaction.ts';
import { reportStore } from '../../../functions/case/report-store.ts';
import { runsOf } from '../../../functions/case/runs.ts';
import { takeReport } from '../../../functions/case/take-report.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { ineligible } from '../../../functions/survey/eligibility.ts';
import { shippedRules } from '../../../functions/survey/survey-rules.ts';
import { completeTask } from '../../../functions/task/complete-task.ts';
import { openTriage } from '../../../functions/task/open-triage.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { given, historyOf, monday } from '../../support/given.ts';
import { machines } from '../../support/machines.ts';
import { amir } from '../../support/mail-world.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { openedCase, taskWorld } from '../../support/task-world.ts';

const other = 'case_00000000000000000000000002';
const into = { caseId: other, as: 'merged-into' } as const;
const merged = { kind: 'case-linked', data: into } as const;
const parted = { kind: 'case-unlinked', data: into } as const;
const frozen = [f.opened, f.freezePlanned('acc_1'), f.frozen('acc_1'), f.freezeCompleted];
const customer = { contact: amir, isStaff: false };

describe('a case that is merged into another (chatwoot#9264, #5414)', () => {
  test('is over: nobody works on it, and whoever tries is told where it goes on', () => {
    const current = given(...frozen, f.taskOpened('triage'), f.waits, merged);
    expect(current).toMatchObject({ status: 'merged', tasks: [{ status: 'withdrawn' }] });
    expect(current.waiting).toBeUndefined();
    const said = recordInteraction({ interactionId: 'i', channel: 'app', direction: 'inbound', textId: 'i' });
    expect(() => said(current)).toThrow(`goes on as part of case ${other}`);
    const done = completeTask({ taskId: f.taskId('triage'), outcome: 'resolved' }, 'ann');
    expect(() => done(current)).toThrow('needs to be done no more');
  });

  test('is not surveyed: its customer is asked about the other, once', () => {
    expect(ineligible(given(...frozen, merged), { cycle: 1 }, customer, shippedRules)).toBe('merged');
    const from = { kind: 'case-linked', data: { caseId: other, as: 'merged-from' } } as const;
    expect(ineligible(given(...frozen, from, f.closed), { cycle: 1 }, customer, shippedRules)).toBeUndefined();
  });

  test('is not merged before everything is frozen, as its run would end', () => {
    expect(() => link(into)(given(f.opened, f.freezePlanned('acc_1')))).toThrow('still freezing');
    expect(link(into)(given(f.complained))).toHaveLength(1);
  });

  test('cannot be one that others were merged into: nothing is merged in a circle', () => {
    const from = { kind: 'case-linked', data: { caseId: other, as: 'merged-from' } } as const;
    expect(() => link({ ...into, caseId: newId('case') })(given(...frozen, from))).toThrow(other);
  });

  test('begins anew when it is taken out: another cycle, reviewed again, and what is frozen stays so', () => {
    const first = [...frozen, f.reviewed(), f.taskOpened('triage')];
    const current = given(...first, merged, parted);
    expect(current).toMatchObject({ status: 'open', cycle: 2, links: [], freeze: { acc_1: 'frozen' } });
    expect(current.findings).toBeUndefined();
    expect(openTriage(monday, 2)(current)).toMatchObject([{ data: { taskId: expect.stringContaining('.2.triage') } }]);
    const runs = runsOf(current, historyOf(...first, merged, parted, f.closed));
    expect(runs.filter((run) => run.endsWith('-survey'))).toEqual([expect.stringContaining('-2-survey')]);
  });
});

const { db } = startTables();
const world = taskWorld(db);
const { cases } = world;
const change = { by: 'ann', at: monday };
let [first, second] = ['', ''];
beforeEach(async () => {
  [first, second] = [await openedCase(world), await openedCase(world)];
  for (const caseId of [first, second]) await cases.change(caseId, change, () => [f.freezeCompleted]);
});
const load = () => Promise.all([cases.load(first), cases.load(second)]);
async function merge(by = change): Promise<void> {
  const [seen, target] = await load();
  await mergeCase(cases, { seen, target }, by);
}
async function unmerge(by = change): Promise<void> {
  await unmergeCase(cases, await cases.load(first), by);
}
/** What the stream does with every event of both cases, in any order and more than once. */
async function bringAll(): Promise<void> {
  for (const caseId of [second, first, second]) {
    const events = await cases.history(caseId);
    for (const event of events) {
      const current = fold(await cases.history(caseId));
      if (isAboutLinks(current, event.fact)) await settleLinks(cases, current, event);
    }
  }
}
const seenFromBoth = async () =>
  (await load()).map(({ status, links }) => [status, links.map(({ as, standing }) => `${as} ${standing}`)]);
const asMerged = [
  ['merged', ['merged-into open']],
  ['open', ['merged-from merged']],
];
const asTwo = [
  ['open', []],
  ['open', []],
];

describe('merging two cases', () => {
  test('stands in both timelines, which both stay, and is done once however often it is asked for', async () => {
    await merge();
    await merge();
    expect(await seenFromBoth()).toEqual(asMerged);
    for (const caseId of [first, second]) {
      const kinds = (await cases.history(caseId)).map(({ fact }) => fact.kind);
      expect(kinds).toEqual(['case-opened', 'freeze-completed', 'case-linked']);
    }
  });

  test('is taken back on both sides', async () => {
    await merge();
    await unmerge();
    await unmerge();
    await bringAll();
    expect(await seenFromBoth()).toEqual(asTwo);
  });

  test('of two customers, or of a case into itself, is refused by the name of the field', async () => {
    const [seen, target] = await load();
    const foreign = { ...target, customerId: 'cus_other' };
    await expect(mergeCase(cases, { seen, target: foreign }, change)).rejects.toMatchObject({
      details: { errors: [{ field: 'into', message: expect.stringContaining('another customer') }] },
    });
    await expect(mergeCase(cases, { seen, target: seen }, change)).rejects.toMatchObject({
      details: { errors: [{ field: 'into' }] },
    });
  });

  test('into one that is closed is refused, and leaves no half of a link', async () => {
    await cases.change(second, change, () => [f.closed]);
    await expect(merge()).rejects.toThrow('closed');
    expect((await load()).flatMap(({ links }) => links)).toEqual([]);
  });

  test('of one that was closed meanwhile is taken back where it had begun', async () => {
    const [seen, target] = await load();
    await cases.change(first, change, () => [f.closed]);
    await expect(mergeCase(cases, { seen, target }, change)).rejects.toThrow('closed');
    await bringAll();
    expect((await load()).flatMap(({ links }) => links)).toEqual([]);
  });

  test('each into the other at once merges one of them, or none, and never both', async () => {
    for (let round = 0; round < 5; round++) {
      [first, second] = [await openedCase(world), await openedCase(world)];
      for (const caseId of [first, second]) await cases.change(caseId, change, () => [f.freezeCompleted]);
      const [one, two] = await load();
      await Promise.allSettled([
        mergeCase(cases, { seen: one, target: two }, change),
        mergeCase(cases, { seen: two, target: one }, { ...change, by: 'ben' }),
      ]);
      await bringAll();
      const statuses = (await load()).map(({ status }) => status);
      expect(statuses.filter((status) => status === 'merged').length).toBeLessThan(2);
      const ends = (await load()).flatMap(({ links }) => links.map(({ as }) => as)).sort();
      expect([[], ['merged-from', 'merged-into']]).toContainEqual(ends);
    }
  });

  test('a later report about the merged case joins the one it went into', async () => {
    const reports = reportStore(db, tableNames.CASE_VIEWS_TABLE);
    const [{ customerId }] = await load();
    const subject = `card_${newId('x').slice(2)}`;
    const report = { type: 'lost-card', customerId, subject, channel: 'app' } as const;
    const taken = await takeReport(cases, reports, report, change);
    await cases.change(taken.current.caseId, change, () => [f.freezeCompleted]);
    first = taken.current.caseId;
    await merge();
    const again = await takeReport(cases, reports, report, change);
    expect(again).toMatchObject({ joined: true, current: { caseId: second } });
  });
});

describe('killed at every call', () => {
  const command = () => ({ id: newId('k'), hash: 'h' });

  test('merging is finished by the same request again, and by the stream alone', async () => {
    for (const repaired of ['by the request', 'by the stream'] as const) {
      const calls = await killedAtEveryCall(async (kill, where) => {
        [first, second] = [await openedCase(world), await openedCase(world)];
        for (const caseId of [first, second]) await cases.change(caseId, change, () => [f.freezeCompleted]);
        const [seen, target] = await load();
        const by = { ...change, command: command() };
        const mortal = taskWorld(kill(db)).cases;
        await mergeCase(mortal, { seen, target }, by).catch(() => undefined);
        if (repaired === 'by the request') await mergeCase(cases, { seen, target }, by);
        await bringAll();
        const ends = await seenFromBoth();
        // A request that died before it wrote anything is not finished by the stream: it never began.
        const begun = repaired === 'by the request' || ends[1]?.[1]?.length;
        expect(ends, where).toEqual(begun ? asMerged : asTwo);
      });
      expect(calls).toBeGreaterThan(4);
    }
  });

  test('taking it back is finished in the same way', async () => {
    const calls = await killedAtEveryCall(async (kill, where) => {
      [first, second] = [await openedCase(world), await openedCase(world)];
      for (const caseId of [first, second]) await cases.change(caseId, change, () => [f.freezeCompleted]);
      await merge();
      const seen = await cases.load(first);
      await unmergeCase(taskWorld(kill(db)).cases, seen, change).catch(() => undefined);
      await unmerge();
      await bringAll();
      expect(await seenFromBoth(), where).toEqual(asTwo);
    });
    expect(calls).toBeGreaterThan(3);
  });
});

test('the runs of a merged case end, and those of the other go on', async () => {
  const runs = stepFunctions();
  await merge();
  const [one, two] = await load();
  const ending = { ...taskWorld(db, runs), machines };
  await endRuns(ending, one, await cases.history(first));
  await endRuns(ending, two, await cases.history(second));
  expect(runs.stopped).toEqual([`${first}-1`]);
});

test('what is left of a link that stands alone is taken off', () => {
  expect(unlink(into)(given(...frozen))).toEqual([]);
  expect(unlink(into)(given(...frozen, merged))).toEqual([parted]);
});
