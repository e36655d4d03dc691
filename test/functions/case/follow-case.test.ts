import { beforeEach, describe, expect, test } from 'vitest';
import { nothing } from '../../../functions/case/case.ts';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import type { CaseRow, TaskRow } from '../../../functions/case/case-view.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { startRun } from '../../../functions/case/case-workflow.ts';
import { dueListStore } from '../../../functions/case/due-list-store.ts';
import { followCase } from '../../../functions/case/follow-case.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { hour, after as later, minute } from '../../../functions/shared/now.ts';
import type { Task } from '../../../functions/task/task.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import * as f from '../../support/facts.ts';
import { followWorld } from '../../support/follow-world.ts';
import { type Happened, monday } from '../../support/given.ts';
import { append } from '../../support/happening.ts';
import { postingUntil, seedLedger } from '../../support/ledger.ts';
import { machines } from '../../support/machines.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { openedCase } from '../../support/task-world.ts';

const { db } = startTables();
const views = caseViewStore(db, tableNames.CASE_VIEWS_TABLE);

let runs: ReturnType<typeof stepFunctions>;
let world: ReturnType<typeof followWorld>;
let caseId: string;
beforeEach(async () => {
  runs = stepFunctions();
  world = followWorld(db, runs);
  caseId = await openedCase(world);
});

/** Appends the facts and has the stream bring each of the case's events, in order. */
async function happens(...facts: Happened[]): Promise<void> {
  await append(world, caseId, ...facts);
  await bringAll();
}
async function bringAll(): Promise<void> {
  for (const event of await world.cases.history(caseId)) await followCase(world, [event.seq])(event, monday);
}
const inRound2 = ({ kind, data }: CaseFact) => ({ kind, data: { ...data, round: 2 } }) as CaseFact;
const page = { limit: 100 };
const triageTask = (): Task => ({
  ...{ taskId: f.taskId('triage', caseId), kind: 'triage', team: newId('t').replace('_', '-') },
  ...{ openedAt: monday, dueAt: later(monday, hour), status: 'open', reminded: 0 },
});

describe('the safety net', () => {
  test('starts the run of an opened case once', async () => {
    await bringAll();
    await bringAll();
    expect(runs.started).toEqual([{ name: `${caseId}-1`, input: { caseId, cycle: 1 } }]);
  });

  test('tells a waiting run what nobody told it', async () => {
    await world.waits.put(caseId, waitingFor.triage(1), { token: 'token', turn: '' }, monday);
    const taskId = f.taskId('triage', caseId);
    await happens(f.taskOpened('triage', { in: caseId }), f.completed(taskId, 'resolved'));
    await bringAll();
    expect(runs.answers).toEqual([{ token: 'token', output: { outcome: 'resolved' } }]);
  });

  test('tells a waiting survey what the customer answered', async () => {
    await world.waits.put(caseId, waitingFor.survey(1), { token: 'token', turn: '' }, monday);
    await happens(f.closed, f.invited(), f.answered(4));
    expect(runs.answers).toEqual([{ token: 'token', output: { outcome: 'answered' } }]);
  });

  test('tells a waiting second round what the customer answered, and a survey that they want none', async () => {
    await world.waits.put(caseId, waitingFor.survey(1, 2), { token: 'round 2', turn: '' }, monday);
    await happens(f.closed, f.invited(), f.answered(1), inRound2(f.invited()), inRound2(f.answered(4)));
    expect(runs.answers).toEqual([{ token: 'round 2', output: { outcome: 'answered' } }]);
    const other = await openedCase(world);
    await world.waits.put(other, waitingFor.survey(1), { token: 'declined', turn: '' }, monday);
    caseId = other;
    await happens(f.closed, f.invited(), { kind: 'survey-declined', data: { cycle: 1, through: 'page' } });
    expect(runs.answers.at(-1)).toEqual({ token: 'declined', output: { outcome: 'declined' } });
  });

  test('starts a survey anew that died, with what it was begun with, or says that nobody is asked', async () => {
    const input = JSON.stringify({ caseId, cycle: 1, inviteAt: monday });
    await startRun(runs.client, machines.survey, `${caseId}-1-survey`, input);
    const ask = (n: number, run: string) =>
      f.taskOpened('failed-step', {
        ...{ id: `${caseId}.1.failed-survey-customer.${n}`, step: 'survey-customer', askedAt: run },
      });
    await happens(f.closed, ask(1, `${caseId}-1-survey`), f.completed(`${caseId}.1.failed-survey-customer.1`, 'retry'));
    await bringAll();
    expect(runs.started.at(-1)).toEqual({ name: `${caseId}-1-survey-r2`, input: JSON.parse(input) });
    await happens(ask(2, `${caseId}-1-survey-r2`), f.completed(`${caseId}.1.failed-survey-customer.2`, 'handled'));
    expect((await world.cases.load(caseId)).surveys).toMatchObject([{ cycle: 1, reason: 'could-not-be-asked' }]);
  });

  test.each(['handled', 'retry'] as const)(
    'ends a survey that could not be concluded when somebody says %s, or leaves it to its run',
    async (outcome) => {
      const id = `${caseId}.1.failed-conclude-survey.1`;
      await happens(f.closed, f.invited(), f.taskOpened('failed-step', { id, step: 'conclude-survey' }));
      await happens(f.completed(id, outcome));
      await bringAll();
      const status = outcome === 'handled' ? 'expired' : 'invited'; // the run itself tries again
      expect((await world.cases.load(caseId)).surveys).toMatchObject([{ cycle: 1, status }]);
    },
  );

  test('tells a run that waits for the triage itself when operations say that the triage is handled', async () => {
    const id = `${caseId}.1.failed-triage.1`;
    await happens(f.freezeCompleted, f.reviewed(), f.taskOpened('failed-step', { id, step: 'triage' }));
    await happens(f.taskOpened('triage', { in: caseId }));
    await world.waits.put(caseId, waitingFor.triage(1), { token: 'token', turn: '' }, monday);
    await happens(f.completed(id, 'handled'));
    expect(runs.answers).toEqual([{ token: 'token', output: { outcome: 'over' } }]);
  });

  test('starts a new run when a person says so, once for each time they say it', async () => {
    for (const n of [1, 2]) {
      const id = `${caseId}.1.failed-case-run.${n}` as const;
      await happens(f.taskOpened('failed-step', { id, step: 'case-run' }), f.completed(id, 'retry'));
    }
    await bringAll();
    expect(runs.started.map(({ name }) => name)).toEqual([`${caseId}-1`, `${caseId}-1-r2`, `${caseId}-1-r3`]);
  });

  test('takes what the dead run had asked off the lists: it keeps nobody from closing the case', async () => {
    const [asked, run] = ['review-case', 'case-run'].map((step) => `${caseId}.1.failed-${step}.1`);
    const ask = (id = '', step: 'review-case' | 'case-run') => f.taskOpened('failed-step', { id, step });
    await happens(ask(asked, 'review-case'), ask(run, 'case-run'), f.completed(run ?? '', 'retry'));
    await bringAll();
    const { items } = await views.list<TaskRow>('teamTasks', 'operations', page);
    expect(items.filter(({ task }) => task.taskId.startsWith(caseId))).toEqual([]);
  });

  test('starts a new run behind the close too, until the customer was asked how it went', async () => {
    const [first, second] = [1, 2].map((n) => `${caseId}.1.failed-case-run.${n}` as const);
    const asksAndRetries = (id = '') => [
      f.taskOpened('failed-step', { id, step: 'case-run' }),
      f.completed(id, 'retry'),
    ];
    await happens(f.closed, ...asksAndRetries(first));
    await bringAll();
    expect(runs.started.map(({ name }) => name)).toEqual([`${caseId}-1`, `${caseId}-1-r2`]);
    await happens(f.invited(), ...asksAndRetries(second));
    await bringAll();
    expect(runs.started).toHaveLength(2);
  });

  test('starts none when a person says that it is handled', async () => {
    const id = `${caseId}.1.failed-case-run.1` as const;
    await happens(f.taskOpened('failed-step', { id, step: 'case-run' }), f.completed(id, 'handled'));
    expect(runs.started).toHaveLength(1);
  });
});

describe('what was approved', () => {
  const frozen = [f.freezePlanned('acc_1'), f.frozen('acc_1')] as const;
  const approval = () => f.approvalId(1, caseId);
  const approve = () =>
    happens(...frozen, f.asked(f.unfreeze('acc_1'), 'ann', approval()), f.decided('approved', 'mia', approval()));
  const task = async () => (await world.cases.load(caseId)).tasks.find((one) => one.step === 'unfreeze-accounts');

  test('is carried out though the request that decided it died', async () => {
    await seedLedger(db, 'cus_amir', { accounts: ['acc_1'] });
    await approve();
    await bringAll();
    const kinds = (await world.cases.history(caseId)).map(({ fact }) => fact.kind);
    expect(kinds.filter((kind) => kind === 'unfrozen')).toHaveLength(1);
  });

  test('and cannot be, is asked about, and tried again when a person says so', async () => {
    await seedLedger(db, 'cus_amir', { accounts: ['acc_1'] });
    await postingUntil(db, 'cus_amir', 'acc_1', '2999-01-01T00:00:00.000Z');
    await approve();
    await bringAll();
    expect(await task()).toMatchObject({ team: 'operations', status: 'open' });
    await seedLedger(db, 'cus_amir', { accounts: ['acc_1'] });
    await happens(f.completed((await task())?.taskId ?? '', 'retry'));
    await bringAll();
    const { freeze, tasks } = await world.cases.load(caseId);
    expect({ freeze, tasks: tasks.length }).toEqual({ freeze: { acc_1: 'unfrozen' }, tasks: 1 });
  });
});

describe('the lists', () => {
  test('show a case by its status, its customer and its team', async () => {
    await bringAll();
    const rows = await views.list<CaseRow>('status', 'open', page);
    expect(rows.items.map((row) => row.caseId)).toContain(caseId);
    await happens(f.closed);
    expect((await views.list<CaseRow>('status', 'open', page)).items.map((row) => row.caseId)).not.toContain(caseId);
    const own = await views.list<CaseRow>('customer', 'cus_amir', page);
    expect(own.items.find((row) => row.caseId === caseId)).toMatchObject({ status: 'closed' });
    expect((await views.list<CaseRow>('team', 'cards', page)).items.map((row) => row.caseId)).toContain(caseId);
  });

  test('show a task to its team and its owner for as long as it is open', async () => {
    const taskId = f.taskId('triage', caseId);
    const owner = newId('agent');
    const claimed: CaseFact = { kind: 'task-claimed', data: { taskId } };
    const shown = async (list: 'teamTasks' | 'personTasks', of: string) =>
      (await views.list<TaskRow>(list, of, page)).items.filter(({ task }) => task.taskId === taskId);
    await happens(f.taskOpened('triage', { in: caseId }), { by: owner, fact: claimed });
    expect(await shown('teamTasks', 'cards')).toMatchObject([{ task: { status: 'claimed', assignee: owner } }]);
    expect(await shown('personTasks', owner)).toHaveLength(1);
    await happens({ by: owner, fact: { kind: 'task-completed', data: { taskId, outcome: 'resolved' } } });
    expect(await shown('teamTasks', 'cards')).toEqual([]);
    expect(await shown('personTasks', owner)).toEqual([]);
  });

  test('show the triage of a transferred case to its new team, and to nobody of the old one', async () => {
    const taskId = f.taskId('triage', caseId);
    const shown = async (list: 'teamTasks' | 'personTasks', of: string) =>
      (await views.list<TaskRow>(list, of, page)).items.filter(({ task }) => task.taskId === taskId);
    const owner = newId('agent');
    const claimed: CaseFact = { kind: 'task-claimed', data: { taskId } };
    await happens(f.taskOpened('triage', { in: caseId }), { by: owner, fact: claimed }, f.transferred('fraud'));
    expect([...(await shown('teamTasks', 'cards')), ...(await shown('personTasks', owner))]).toEqual([]);
    expect(await shown('teamTasks', 'fraud')).toHaveLength(1);
  });

  test('never go back to an older state, in whatever order they are brought up to date', async () => {
    const task = triageTask();
    const current = { ...nothing, caseId, status: 'open' as const, customerId: newId('cus'), openedAt: monday };
    await views.project({ ...current, status: 'closed' }, 9, [{ ...task, status: 'completed' }]);
    await views.project(current, 4, [task]);
    expect((await views.list<CaseRow>('customer', current.customerId, page)).items).toMatchObject([
      { status: 'closed' },
    ]);
    expect((await views.list('teamTasks', task.team, page)).items).toEqual([]);
  });

  test('are paged by due time without loss or repetition', async () => {
    const { team } = triageTask();
    for (let i = 0; i < 11; i++) {
      caseId = newId('case');
      const task: Task = { ...triageTask(), team, dueAt: later(monday, ((i * 7) % 11) * minute) };
      await views.project({ ...nothing, caseId, openedAt: monday, customerId: 'cus_x' }, 1, [task]);
    }
    const seen: TaskRow[] = [];
    let cursor: string | undefined;
    do {
      const next = await views.list<TaskRow>('teamTasks', team, { limit: 4, ...(cursor && { cursor }) });
      seen.push(...next.items);
      cursor = next.next;
    } while (cursor);
    expect(seen.map(({ task }) => task.dueAt)).toEqual(Array.from({ length: 11 }, (_, i) => later(monday, i * minute)));
    expect(new Set(seen.map(({ task }) => task.taskId)).size).toBe(11);
  });

  test('refuse the cursor of another list', async () => {
    const person = newId('x');
    for (let i = 0; i < 2; i++) {
      caseId = newId('case');
      await views.project({ ...nothing, caseId, openedAt: monday, customerId: person }, 1, []);
    }
    const { next: cursor = '' } = await views.list('customer', person, { limit: 1 });
    await expect(views.list('customer', newId('x'), { limit: 1, cursor })).rejects.toThrow('not right');
    await expect(views.list('personTasks', person, { limit: 1, cursor })).rejects.toThrow('not right');
  });
});

test('what is due is found by its time, and nothing else is read', async () => {
  const task = triageTask();
  await views.project({ ...nothing, caseId, openedAt: monday, customerId: 'cus_x' }, 1, [task]);
  const due = async (at: string) => {
    const found: string[] = [];
    for await (const row of dueListStore(db, tableNames.CASE_VIEWS_TABLE).due('ground', at))
      found.push(row.task.taskId);
    return found.filter((taskId) => taskId === task.taskId);
  };
  expect(await due(later(task.dueAt, -1))).toEqual([]);
  expect(await due(task.dueAt)).toHaveLength(1);
});
