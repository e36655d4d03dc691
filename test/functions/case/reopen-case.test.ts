import { beforeEach, describe, expect, test } from 'vitest';
import { planFreeze } from '../../../functions/account/freeze-accounts.ts';
import { type Case, whatFollows } from '../../../functions/case/case.ts';
import { closeCase, resolutionOf } from '../../../functions/case/close-case.ts';
import { openWork } from '../../../functions/case/open-work.ts';
import { reopen, reopenCase } from '../../../functions/case/reopen-case.ts';
import { reportStore } from '../../../functions/case/report-store.ts';
import { recordReview } from '../../../functions/case/review-case.ts';
import { restartRun } from '../../../functions/case/take-answer.ts';
import { takeReport } from '../../../functions/case/take-report.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, day } from '../../../functions/shared/now.ts';
import { ineligible } from '../../../functions/survey/eligibility.ts';
import { shippedRules } from '../../../functions/survey/survey-rules.ts';
import { askAPerson } from '../../../functions/task/ask-a-person.ts';
import { concludeInvestigation } from '../../../functions/task/conclude-investigation.ts';
import { openTriage } from '../../../functions/task/open-triage.ts';
import { answerTo, waitingFor } from '../../../functions/task/wait.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { given, monday } from '../../support/given.ts';
import { amir } from '../../support/mail-world.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { taskWorld } from '../../support/task-world.ts';

const other = 'case_00000000000000000000000002';
const again = (at = monday) => reopenCase({ reason: 'not-solved', channel: 'app' }, other, at);
const finding = { transactionId: 'tx_1', rule: 'abroad', department: 'fraud' } as const;
const looked = f.taskOpened('fraud-review');
if (looked.kind === 'task-opened') looked.data.concerns = ['tx_1'];
const first = [
  ...[f.opened, f.freezePlanned('acc_1'), f.frozen('acc_1'), f.freezeCompleted, f.reviewed(finding)],
  ...[f.investigationOpened, looked, f.completed('fraud-review', 'fraud')],
  { kind: 'investigation-concluded', data: { cycle: 1, fraud: 1, refunds: 0 } } as const,
  ...[f.taskOpened('triage'), f.completed('triage', 'fraud-confirmed'), f.closed],
];

describe('reopening', () => {
  test('within the window begins a new cycle, and says why', () => {
    const [fact] = again()(given(f.opened, f.closed));
    expect(fact).toEqual({ kind: 'case-reopened', data: { cycle: 2, reason: 'not-solved' } });
  });

  test('after the window goes on in a new case, and so does what was cancelled', () => {
    const continued = [{ kind: 'case-continued', data: { caseId: other, channel: 'app' } }];
    expect(again(after(f.reopenUntil, 1))(given(f.opened, f.closed))).toEqual(continued);
    expect(again(f.reopenUntil)(given(f.opened, f.closed))).toMatchObject([{ kind: 'case-reopened' }]);
    expect(again()(given(f.opened, f.cancelled))).toEqual(continued);
  });

  test('what is open, or is gone on with elsewhere, is left as it is', () => {
    expect(again()(given(f.opened))).toEqual([]);
    expect(again()(given(f.opened, f.closed, f.reopened()))).toEqual([]);
    const continued = given(f.opened, f.closed, { kind: 'case-continued', data: { caseId: other, channel: 'app' } });
    expect(again()(continued)).toEqual([]);
    expect(whatFollows(continued)).toBe(other);
  });
});

describe('the second cycle of a case', () => {
  const second = (...facts: Parameters<typeof given>) => given(...first, f.reopened(), ...facts);

  test('has everything before it but the freeze, which holds', () => {
    expect(second()).toMatchObject({ status: 'open', cycle: 2, attempt: 1, investigation: 'none' });
    expect(openWork(second())).toEqual(['the review has not ended', 'the triage has not been done']);
    expect(second().resolution).toBeUndefined();
  });

  test('ends with what its own triage says', () => {
    expect(resolutionOf(second())).toBe('resolved');
    expect(() => closeCase('resolved', monday)(second(f.reviewed()))).toThrow('the triage has not been done');
    expect(openTriage(monday, 2)(second())).toMatchObject([{ data: { taskId: expect.stringContaining('.2.triage') } }]);
  });

  test('asks no department again for what it looked at, and counts its own findings only', () => {
    const look = recordReview('test', 9, [finding, { ...finding, transactionId: 'tx_2' }]);
    expect(look(second())).toMatchObject([{ data: { findings: [{ transactionId: 'tx_2' }] } }]);
    const opened = second({ kind: 'investigation-opened', data: { cycle: 2 } });
    expect(concludeInvestigation(2)(opened)).toMatchObject([{ data: { cycle: 2, fraud: 0 } }]);
  });

  test('is not disturbed by a run of the first one', () => {
    expect(openTriage(monday, 1)(second())).toEqual([]);
    expect(askAPerson('close-case', monday, monday, { cycle: 1 })(second())).toEqual([]);
    expect(concludeInvestigation(1)(second({ kind: 'investigation-opened', data: { cycle: 2 } }))).toEqual([]);
    for (const waiting of [waitingFor.triage(1), waitingFor.findings(1), waitingFor.step(1, 'close-case')]) {
      expect(answerTo(waiting, second())).toBeDefined();
    }
    expect(answerTo(waitingFor.triage(2), second())).toBeUndefined();
  });

  test('counts its own attempts at a run', () => {
    const asked = f.taskOpened('failed-step', {
      step: 'case-run',
      id: `${given(f.opened).caseId}.1.failed-case-run.1`,
    });
    const taskId = 'taskId' in asked.data ? asked.data.taskId : '';
    const restarted = [f.opened, asked, f.completed(taskId, 'retry'), f.closed, f.reopened()];
    expect(restartRun(taskId)(given(...restarted))).toEqual([]);
  });

  test('freezes again what two people had unfrozen only when danger is back', () => {
    const unfrozen = [...first, f.asked(f.unfreeze('acc_1')), f.decided('approved'), f.unfrozen('acc_1')];
    const calm = given(...unfrozen, f.reopened('new-information'));
    expect(calm.freeze.acc_1).toBe('unfrozen');
    const danger = given(...unfrozen, f.reopened('danger-is-back'));
    expect(danger.freeze.acc_1).toBe('planned');
    expect(openWork(danger)).toContain('the freeze has not ended');
    expect(planFreeze(['acc_1'])(danger)).toEqual([]);
    // The approval of the first cycle was carried out and does not unfreeze it again.
    expect(openWork(given(...unfrozen, f.reopened('danger-is-back'), f.frozen('acc_1')))).not.toContainEqual(
      expect.stringContaining('approval'),
    );
  });

  test('that began with a thank-you asks nobody how it went', () => {
    const why = (reason: 'thank-you' | 'not-solved', cycle = 2) =>
      ineligible(
        given(...first, f.reopened(reason), f.closed),
        { cycle },
        { contact: amir, isStaff: false },
        shippedRules,
      );
    expect(why('thank-you')).toBe('trivial-reopen');
    expect(why('not-solved')).toBeUndefined();
    expect(why('not-solved', 1)).toBe('reopened');
  });
});

describe('a case that ended', async () => {
  const { db } = startTables();
  const worldOf = (client: typeof db) => ({
    cases: taskWorld(client).cases,
    reports: reportStore(client, tableNames.CASE_VIEWS_TABLE),
  });
  const world = worldOf(db);
  const change = { by: 'app', at: monday };
  const see = (before: Case) => before;
  let customerId: string;
  beforeEach(() => {
    customerId = newId('cus');
  });
  const report = () =>
    takeReport(
      world.cases,
      world.reports,
      { type: 'lost-card', customerId, subject: 'card_1', channel: 'app' },
      change,
    );
  const ended = async (fact = f.closed) => {
    const { caseId } = (await report()).current;
    await world.cases.change(caseId, change, () => [fact]);
    return caseId;
  };
  const wish = { reason: 'not-solved', channel: 'phone' } as const;
  const tooLate = { ...change, at: after(f.reopenUntil, day) };

  test('goes on in one linked case, wherever the process is killed and whoever asks again', async () => {
    const caseId = await ended();
    await killedAtEveryCall(async (kill) => {
      await reopen(worldOf(kill(db)), caseId, wish, tooLate, see).catch(() => undefined);
    });
    const current = await reopen(world, caseId, wish, tooLate, see);
    const old = await world.cases.load(caseId);
    expect(current).toMatchObject({ status: 'open', continues: caseId, customerId });
    expect(old.continuedIn).toBe(current.caseId);
    expect((await world.cases.history(caseId)).filter(({ fact }) => fact.kind === 'case-continued')).toHaveLength(1);
    expect((await report()).current.caseId).toBe(current.caseId);
  });

  test.each(Array.from({ length: 8 }, (_, n) => n))(
    'is open once, whether it is reopened or reported again first (%i)',
    async () => {
      const caseId = await ended();
      const [reopened, reported] = await Promise.all([reopen(world, caseId, wish, change, see), report()]);
      expect(reopened.caseId).toBe(reported.current.caseId);
      const old = await world.cases.load(caseId);
      expect([old.status, old.continuedIn].filter(Boolean)).toEqual(
        old.continuedIn ? ['closed', reported.current.caseId] : ['open'],
      );
    },
  );

  test('reopened by two people at once is reopened once', async () => {
    const caseId = await ended();
    const both = await Promise.all(['ann', 'amy'].map((by) => reopen(world, caseId, wish, { ...change, by }, see)));
    expect(both.map(({ cycle }) => cycle)).toEqual([2, 2]);
    expect((await world.cases.history(caseId)).filter(({ fact }) => fact.kind === 'case-reopened')).toHaveLength(1);
  });
});
