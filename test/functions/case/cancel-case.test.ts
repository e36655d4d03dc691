import { beforeEach, describe, expect, test } from 'vitest';
import { approvalOf } from '../../../functions/approval/decide-approval.ts';
import { askForTheRest, cancelCase } from '../../../functions/case/cancel-case.ts';
import { fold } from '../../../functions/case/case-store.ts';
import { closeCase } from '../../../functions/case/close-case.ts';
import { endRuns } from '../../../functions/case/end-runs.ts';
import { recordInteraction } from '../../../functions/case/record-interaction.ts';
import { restartRun } from '../../../functions/case/take-answer.ts';
import { askAPerson } from '../../../functions/task/ask-a-person.ts';
import { completeTask } from '../../../functions/task/complete-task.ts';
import { openTriage } from '../../../functions/task/open-triage.ts';
import { answerTo, waitingFor } from '../../../functions/task/wait.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { caseId, given, historyOf, monday } from '../../support/given.ts';
import { machines } from '../../support/machines.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables } from '../../support/tables.ts';
import { openedCase, taskWorld } from '../../support/task-world.ts';

const frozen = [f.opened, f.freezePlanned('acc_1', 'card_1'), f.frozen('acc_1')];
const cancel = cancelCase({ reason: 'opened-by-mistake', accounts: 'unfreeze' });
const cancelled = (by = 'ann') => ({ by, fact: f.cancelled });

describe('cancelling a case', () => {
  test('says why, and what is still frozen', () => {
    const [fact] = cancelCase({ reason: 'duplicate', accounts: 'keep-frozen', noteId: 'note_1' })(given(...frozen));
    expect(fact).toEqual({
      kind: 'case-cancelled',
      data: { reason: 'duplicate', accounts: 'keep-frozen', frozen: ['acc_1', 'card_1'], noteId: 'note_1' },
    });
  });

  test('is refused while something is frozen and nobody says what is to become of it', () => {
    const silently = cancelCase({ reason: 'duplicate' });
    expect(() => silently(given(...frozen))).toThrow(/acc_1, card_1 frozen: say with accounts/);
    expect(silently(given(f.opened))).toHaveLength(1);
  });

  test('with the wish to unfreeze asks for the approval of a second person in the same moment', () => {
    const [fact] = cancel(given(...frozen));
    if (!fact) throw new Error('nothing was decided');
    const current = given(...frozen, { by: 'ann', fact });
    expect(current.status).toBe('cancelled');
    expect(approvalOf(current, f.approvalId())).toMatchObject({
      request: { action: 'unfreeze', targets: ['acc_1', 'card_1'] },
      requestedBy: 'ann',
    });
  });

  test('does not ask again for what somebody asked to unfreeze already', () => {
    const pending = given(...frozen, f.frozen('card_1'), f.asked(f.unfreeze('acc_1')));
    expect(cancel(pending)).toMatchObject([
      { data: { approval: { targets: ['card_1'], approvalId: f.approvalId(2) } } },
    ]);
  });

  test('again changes nothing; what is closed cannot be cancelled', () => {
    expect(cancel(given(...frozen, cancelled()))).toEqual([]);
    expect(() => cancel(given(f.opened, f.closed))).toThrow(`Case ${caseId} is closed`);
  });

  test('takes the open tasks back, and who worked on one is told', () => {
    const current = given(f.opened, f.taskOpened('triage'), f.claimed('triage', 'ann'), cancelled());
    expect(current.tasks[0]?.status).toBe('withdrawn');
    const complete = completeTask({ taskId: f.taskId('triage'), outcome: 'resolved' }, 'ann');
    expect(() => complete(current)).toThrow('needs to be done no more');
  });

  test('leaves nothing for anybody to do: no step, no task, no word, no close, no other run', () => {
    const current = given(f.opened, f.taskOpened('triage'), cancelled('mia'));
    expect(openTriage(monday, 1)(current)).toEqual([]);
    expect(askAPerson('triage', monday, monday, { cycle: 1 })(current)).toEqual([]);
    expect(restartRun(f.taskId('triage'))(current)).toEqual([]);
    expect(closeCase('resolved', monday)(current)).toEqual([]);
    const say = recordInteraction({ interactionId: 'i', channel: 'email', direction: 'inbound', textId: 'i' });
    expect(() => say(current)).toThrow('was cancelled by mia: opened-by-mistake');
  });

  test.each([waitingFor.triage(1), waitingFor.findings(1), waitingFor.survey(1), waitingFor.step(1, 'review-case')])(
    'lets a run that could not be stopped come to its end: %s',
    (waiting) => expect(answerTo(waiting, given(f.opened, cancelled()))).toBeDefined(),
  );
});

describe('what was being frozen while the case was cancelled', () => {
  const late = [...frozen, cancelled(), f.asked(f.unfreeze('acc_1', 'card_1')), f.decided('approved')];

  test('is asked about in the name of whoever cancelled, unless it is asked about already', () => {
    const lifted = [f.unfrozen('acc_1'), f.unfrozen('card_1')];
    expect(askForTheRest(given(...late))).toEqual([]);
    expect(askForTheRest(given(...late, ...lifted))).toEqual([]);
    expect(askForTheRest(given(...late, ...lifted, f.frozen('card_1')))).toMatchObject([
      { kind: 'approval-requested', data: { request: { targets: ['card_1'] } } },
    ]);
  });

  test('stays frozen when a second person refused to unfreeze it', () =>
    expect(
      askForTheRest(given(...frozen, cancelled(), f.asked(f.unfreeze('acc_1', 'card_1')), f.decided('rejected'))),
    ).toEqual([]));
});

describe('its runs', async () => {
  const { db } = startTables();
  let runs: ReturnType<typeof stepFunctions>;
  beforeEach(() => {
    runs = stepFunctions();
  });
  const world = () => ({ ...taskWorld(db, runs), machines });

  test('are stopped, its own before the one it awaits, and nobody waits any more', async () => {
    const { waits } = world();
    await waits.put(caseId, waitingFor.findings(1), { token: 't', turn: '1' }, monday);
    const [opening, ...rest] = historyOf(f.opened, f.investigationOpened, f.cancelled);
    const events = [opening, ...rest].flatMap((event) => (event ? [{ ...event, run: runOf(event.fact.kind) }] : []));
    await killedAtEveryCall(async (kill) => {
      const client = kill(runs.client);
      await endRuns({ ...world(), runs: client }, fold(events), events).catch(() => undefined);
    });
    expect(runs.stopped.slice(-2)).toEqual([`${caseId}-1`, `${caseId}-1-investigation-7`]);
    expect(await waits.token(caseId, waitingFor.findings(1))).toBeUndefined();
    expect(await waits.oldest()).toBeUndefined();
  });

  test('of the survey goes on when it waited for a task that was taken back, and not to the end of a month', async () => {
    const { waits } = world();
    const facts = [
      f.opened,
      f.closed,
      f.invited(),
      f.taskOpened('failed-step', { step: 'invite-customer' }),
      f.reopened(),
    ];
    const [invite, answer] = [waitingFor.step(1, 'invite-customer'), waitingFor.survey(1)];
    await waits.put(caseId, invite, { token: 'invite', turn: '1' }, monday);
    await waits.put(caseId, answer, { token: 'answer', turn: '1' }, monday);
    await endRuns(world(), given(...facts), historyOf(...facts));
    expect(runs.answers).toEqual([{ token: 'invite', output: { decision: 'handled' } }]);
    expect(await waits.of(caseId)).toEqual([answer]);
  });

  test('are left alone while the case is open, and after it was closed', async () => {
    for (const facts of [[f.opened], [f.opened, f.closed]]) {
      await endRuns(world(), given(...facts), historyOf(...facts));
    }
    expect(runs.stopped).toEqual([]);
  });

  test('two people who cancel at once cancel once, and the first is named', async () => {
    const { cases } = world();
    const id = await openedCase({ cases });
    const by = ['ann', 'mia', 'adam'];
    await Promise.all(by.map((who) => cases.change(id, { by: who, at: monday }, cancel)));
    const events = await cases.history(id);
    expect(events.filter(({ fact }) => fact.kind === 'case-cancelled')).toHaveLength(1);
    expect(by).toContain(fold(events).cancelled?.by);
  });
});

const runOf = (kind: string) => (kind === 'investigation-opened' ? `${caseId}-1-investigation-7` : `${caseId}-1`);
