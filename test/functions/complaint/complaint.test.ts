import { describe, expect, test } from 'vitest';
import { decideApproval } from '../../../functions/approval/decide-approval.ts';
import { requestApproval } from '../../../functions/approval/request-approval.ts';
import { closeCase, resolutionOf } from '../../../functions/case/close-case.ts';
import { openWork } from '../../../functions/case/open-work.ts';
import { acknowledgeComplaint } from '../../../functions/complaint/acknowledge-complaint.ts';
import { approveRejection } from '../../../functions/complaint/approve-rejection.ts';
import { openStage } from '../../../functions/complaint/open-stage.ts';
import { unexplainedOf } from '../../../functions/reconcile/explain.ts';
import { answerTo, waitingFor, waitOf } from '../../../functions/task/wait.ts';
import * as f from '../../support/facts.ts';
import { given, monday } from '../../support/given.ts';
import { ann, ben, mia, teams } from '../../support/teams.ts';

const response = f.taskOpened('complaint-response');
const rejected = [f.complained, response, f.completed('complaint-response', 'complaint-rejected')];
const asked = f.asked({ action: 'reject-complaint', cycle: 1 }, 'ann');

describe('a complaint', () => {
  test('is acknowledged once in a cycle, with the day by which it is answered', () => {
    const [fact] = acknowledgeComplaint(monday, 1)(given(f.complained));
    expect(fact).toEqual({
      kind: 'complaint-acknowledged',
      data: { cycle: 1, answerBy: '2026-12-08T09:00:00.000Z' },
    });
    if (fact) expect(acknowledgeComplaint(monday, 1)(given(f.complained, fact))).toEqual([]);
    expect(acknowledgeComplaint(monday, 1)(given(f.complained, f.cancelled))).toEqual([]);
  });

  test.each([
    ['assessing', 'assess-complaint', 'investigate'],
    ['investigating', 'investigate-complaint', 'over'],
    ['responding', 'respond-to-complaint', 'over'],
  ] as const)('whose stage %s somebody has seen to goes on, and asks nobody', (stage, step, outcome) => {
    const failed = f.taskOpened('failed-step', { id: f.taskId('failed-step'), step });
    const seenTo = given(f.complained, failed, f.completed('failed-step', 'handled'));
    expect(openStage(stage, monday, 1)(seenTo)).toEqual([]);
    expect(answerTo(waitingFor.stage(1, stage), seenTo)).toEqual({ outcome });
  });

  test('is not stuck while a second person thinks about its rejection', () => {
    expect(unexplainedOf(given(...rejected, asked), 'RUNNING')).toBeUndefined();
    expect(unexplainedOf(given(...rejected), 'RUNNING')).toMatchObject({ unexplained: 'run-stuck' });
  });

  test.each([
    ['assessing', 'complaint-assessment'],
    ['investigating', 'complaint-investigation'],
    ['responding', 'complaint-response'],
  ] as const)('goes on to %s with a task of its own, once', (stage, kind) => {
    const facts = openStage(stage, monday, 1)(given(f.complained));
    expect(facts.at(-1)).toMatchObject({ data: { kind, team: 'complaints', taskId: f.taskId(kind) } });
    expect(openStage(stage, monday, 1)(given(f.complained, f.acknowledged, ...facts))).toEqual([]);
    expect(openStage(stage, monday, 1)(given(f.complained, f.closed))).toEqual([]);
    expect(waitOf(f.taskId(kind), given(f.complained, ...facts))).toBe(waitingFor.stage(1, stage));
  });

  test('cannot be closed before it is answered, and is closed with what the answer says', () => {
    expect(openWork(given(f.complained))).toEqual(['the complaint has not been answered']);
    const upheld = given(f.complained, response, f.completed('complaint-response', 'complaint-upheld'));
    expect(resolutionOf(upheld)).toBe('complaint-upheld');
    expect(closeCase('complaint-upheld', monday)(upheld)).toHaveLength(1);
  });
});

describe('rejecting a complaint', () => {
  const reject = closeCase('complaint-rejected', monday);

  test('asks for a second person in the name of whoever would reject it, once', () => {
    const ask = approveRejection(1);
    expect(ask(given(...rejected))).toMatchObject([{ data: { request: { action: 'reject-complaint', cycle: 1 } } }]);
    expect(ask(given(...rejected, asked))).toEqual([]);
    expect(ask(given(f.complained, response, f.completed('complaint-response', 'complaint-upheld')))).toEqual([]);
  });

  test('is decided by the manager of the team, never by the one who asked, and for good', () => {
    const decide = (who = mia) => decideApproval({ approvalId: f.approvalId(), decision: 'approved' }, who, teams);
    expect(() => decide(ann)(given(...rejected, asked))).toThrow('asked for by you');
    expect(() => decide(ben)(given(...rejected, asked))).toThrow('Only the manager of team complaints');
    expect(decide()(given(...rejected, asked))).toHaveLength(1);
    const refused = given(...rejected, asked, f.decided('rejected'));
    expect(() => decide()(refused)).toThrow('was rejected by mia');
  });

  test('decides nothing once it was refused: whoever has seen to the answer closes it with another', () => {
    const id = f.taskId('complaint-response').replace('complaint-response', 'failed-respond-to-complaint.1');
    const seenTo = [f.taskOpened('failed-step', { id, step: 'respond-to-complaint' }), f.completed(id, 'handled')];
    const refused = given(...rejected, asked, f.decided('rejected'), ...seenTo);
    expect(resolutionOf(refused)).toBe('resolved');
    expect(closeCase('complaint-upheld', monday)(refused)).toHaveLength(1);
  });

  test('is not possible without that, by hand neither', () => {
    expect(() => reject(given(...rejected))).toThrow('a second person');
    expect(() => reject(given(...rejected, asked))).toThrow('a second person');
    expect(() => reject(given(...rejected, asked, f.decided('rejected')))).toThrow('a second person');
    expect(reject(given(...rejected, asked, f.decided('approved')))).toHaveLength(1);
    expect(() => requestApproval({ action: 'reject-complaint', cycle: 1 })(given(f.complained))).toThrow();
  });

  test('that a second person refused has the complaint answered anew, by another task', () => {
    const refused = given(...rejected, asked, f.decided('rejected'));
    expect(answerTo(waitingFor.approval(1), refused)).toEqual({ decision: 'rejected' });
    expect(answerTo(waitingFor.stage(1, 'responding'), refused)).toBeUndefined();
    expect(openStage('responding', monday, 1)(refused).at(-1)).toMatchObject({
      data: { taskId: `${f.taskId('complaint-response')}.2` },
    });
  });

  test('in an earlier cycle counts for that cycle only', () => {
    const again = given(...rejected, asked, f.decided('approved'), f.closed, f.reopened());
    expect(() => reject(again)).toThrow('a second person');
    expect(openWork(again)).toEqual(['the complaint has not been answered']);
  });
});
