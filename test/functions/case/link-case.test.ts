import { beforeEach, describe, expect, test } from 'vitest';
import { fold } from '../../../functions/case/case-store.ts';
import { closeCase } from '../../../functions/case/close-case.ts';
import { isAboutLinks, join, settleLinks } from '../../../functions/case/join-cases.ts';
import { link } from '../../../functions/case/link-case.ts';
import { partFamily } from '../../../functions/case/merge-case.ts';
import { openWork } from '../../../functions/case/open-work.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { ineligible } from '../../../functions/survey/eligibility.ts';
import { shippedRules } from '../../../functions/survey/survey-rules.ts';
import { completeTask } from '../../../functions/task/complete-task.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { given, monday } from '../../support/given.ts';
import { amir } from '../../support/mail-world.ts';
import { startTables } from '../../support/tables.ts';
import { openedCase, taskWorld } from '../../support/task-world.ts';

const other = 'case_00000000000000000000000002';
const linked = (as: 'parent' | 'child') => ({ kind: 'case-linked', data: { caseId: other, as } }) as const;
const stands = (standing: 'open' | 'closed') =>
  ({ kind: 'linked-case-changed', data: { caseId: other, standing } }) as const;
const ready = [f.opened, f.freezeCompleted, f.reviewed(), f.taskOpened('triage')];

describe('a parent (frappe/helpdesk#2370, glpi#5206)', () => {
  test('is not closed while a child is open, and says which', () => {
    const decided = [...ready, f.completed('triage', 'resolved'), linked('parent')];
    expect(() => closeCase('resolved', monday)(given(...decided))).toThrow(`child ${other} is open`);
    expect(closeCase('resolved', monday)(given(...decided, stands('closed')))).toHaveLength(1);
    expect(openWork(given(...decided, stands('closed'), stands('open')))).toEqual([`child ${other} is open`]);
  });

  test('is not decided on either, so that its run does not come to a close that is refused', () => {
    const done = completeTask({ taskId: f.taskId('triage'), outcome: 'resolved' }, 'ann');
    expect(() => done(given(...ready, linked('parent')))).toThrow(`child ${other} is open`);
    expect(done(given(...ready, linked('parent'), stands('closed')))).toHaveLength(1);
    expect(done(given(...ready, linked('child')))).toHaveLength(1);
  });

  test('is asked how it went; the customer of a child is not', () => {
    const customer = { contact: amir, isStaff: false };
    const about = (as: 'parent' | 'child') =>
      ineligible(given(...ready, linked(as), f.closed), { cycle: 1 }, customer, shippedRules);
    expect(about('child')).toBe('part-of-major-incident');
    expect(about('parent')).toBeUndefined();
  });

  test('has no parent itself, and a child has one only', () => {
    const third = newId('case');
    expect(() => link({ caseId: third, as: 'parent' })(given(f.opened, linked('child')))).toThrow('is child of case');
    expect(() => link({ caseId: third, as: 'child' })(given(f.opened, linked('child')))).toThrow('is child of case');
    expect(() => link({ caseId: third, as: 'child' })(given(f.opened, linked('parent')))).toThrow(other);
    expect(link({ caseId: third, as: 'parent' })(given(f.opened, linked('parent')))).toHaveLength(1);
  });
});

const { db } = startTables();
const world = taskWorld(db);
const { cases } = world;
const change = { by: 'ann', at: monday };
let [child, parent] = ['', ''];
const begin = async () => {
  [child, parent] = [await openedCase(world), await openedCase(world)];
};
beforeEach(begin);
const linksOf = async (caseId: string) => (await cases.load(caseId)).links.map(({ as, standing }) => [as, standing]);
const both = async () => [await linksOf(child), await linksOf(parent)];
async function bring(...caseIds: string[]): Promise<void> {
  for (const caseId of caseIds) {
    for (const event of await cases.history(caseId)) {
      const current = fold(await cases.history(caseId));
      if (isAboutLinks(current, event.fact)) await settleLinks(cases, current, event);
    }
  }
}
const asFamily = [[['child', 'open']], [['parent', 'open']]];

describe('linking', () => {
  test('stands on both sides, whichever of the two was named', async () => {
    await join(cases, { caseId: child, other: parent, as: 'child' }, change);
    expect(await both()).toEqual(asFamily);
    await begin();
    await join(cases, { caseId: parent, other: child, as: 'parent', noteId: 'note_1' }, change);
    await join(cases, { caseId: parent, other: child, as: 'parent' }, change);
    expect(await both()).toEqual(asFamily);
    const notes = (await Promise.all([child, parent].map((caseId) => cases.history(caseId)))).map((events) =>
      events.flatMap(({ fact }) => ('noteId' in fact.data ? [fact.data.noteId] : [])),
    );
    expect(notes).toEqual([[], ['note_1']]); // the words are about the customer of the case that was named
  });

  test('what the parent refuses leaves no half with the child', async () => {
    await cases.change(parent, change, () => [f.closed]);
    await expect(join(cases, { caseId: child, other: parent, as: 'child' }, change)).rejects.toThrow('closed');
    expect(await both()).toEqual([[], []]);
  });

  test('each as the child of the other at once is refused to one of them, or to both', async () => {
    await Promise.allSettled([
      join(cases, { caseId: child, other: parent, as: 'child' }, change),
      join(cases, { caseId: parent, other: child, as: 'child' }, { ...change, by: 'ben' }),
    ]);
    await bring(child, parent, child);
    const ends = (await both()).flat().map(([as]) => as);
    expect([[], ['child', 'parent']]).toContainEqual(ends.sort());
  });

  test('the parent is told when a child is closed, reopened and cancelled', async () => {
    await join(cases, { caseId: child, other: parent, as: 'child' }, change);
    for (const [fact, standing] of [
      [f.closed, 'closed'],
      [f.reopened(), 'open'],
      [f.cancelled, 'cancelled'],
    ] as const) {
      await cases.change(child, change, () => [fact]);
      await bring(child);
      await bring(child);
      expect(await linksOf(parent)).toEqual([['parent', standing]]);
    }
    const told = (await cases.history(parent)).filter(({ fact }) => fact.kind === 'linked-case-changed');
    expect(told).toHaveLength(3);
  });

  test('a child that was closed before its parent knew of it is told, too', async () => {
    await cases.change(child, change, () => [linked('child'), f.closed].map((fact) => withParent(fact)));
    await bring(child);
    expect(await linksOf(parent)).toEqual([['parent', 'closed']]);
  });
  const withParent = <F extends { kind: string; data: object }>(fact: F): F =>
    fact.kind === 'case-linked' ? { ...fact, data: { ...fact.data, caseId: parent } } : fact;

  test('is taken off on both sides, and the parent can be closed', async () => {
    await join(cases, { caseId: child, other: parent, as: 'child' }, change);
    await partFamily(cases, await cases.load(parent), child, change);
    await partFamily(cases, await cases.load(parent), child, change);
    await bring(child, parent);
    expect(await both()).toEqual([[], []]);
  });

  test('that is killed at every call is finished by the same request and the stream', async () => {
    const calls = await killedAtEveryCall(async (kill, where) => {
      await begin();
      const by = { ...change, command: { id: newId('k'), hash: 'h' } };
      const asked = { caseId: child, other: parent, as: 'child' } as const;
      await join(taskWorld(kill(db)).cases, asked, by).catch(() => undefined);
      await join(cases, asked, by);
      await bring(child, parent);
      expect(await both(), where).toEqual(asFamily);
    });
    expect(calls).toBeGreaterThan(4);
  });
});
