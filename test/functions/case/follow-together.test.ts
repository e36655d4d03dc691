import type { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { readEvent, toItem } from '../../../functions/case/case-store.ts';
import type { CaseRow, TaskRow } from '../../../functions/case/case-view.ts';
import { caseViewStore, type ListName } from '../../../functions/case/case-view-store.ts';
import { followCase } from '../../../functions/case/follow-case.ts';
import { eventBus } from '../../../functions/event-bus/event-bus-gateway.ts';
import { stream } from '../../../functions/shared/stream.ts';
import type { Step } from '../../../functions/task/task.ts';
import * as f from '../../support/facts.ts';
import { followWorld } from '../../support/follow-world.ts';
import { type Happened, monday } from '../../support/given.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { openedCase, taskWorld } from '../../support/task-world.ts';

const { db: tables } = startTables();
let written: string[];
const db: typeof tables = Object.assign(Object.create(tables) as typeof tables, {
  send: (command: PutItemCommand) => {
    if (command.constructor.name === 'PutItemCommand') written.push(command.input.Item?.sk?.S ?? '');
    return tables.send(command);
  },
});
const views = caseViewStore(db, tableNames.CASE_VIEWS_TABLE);

let runs: ReturnType<typeof stepFunctions>;
let caseId: string;
let read: number;
let told: number;
let isBusDown: boolean;
beforeEach(async () => {
  runs = stepFunctions();
  [read, told, isBusDown] = [0, 0, false];
  caseId = await openedCase(taskWorld(tables, runs));
  written = [];
});

function world() {
  const known = followWorld(db, runs);
  const history: typeof known.cases.history = (id) => {
    read++;
    return known.cases.history(id);
  };
  async function tell() {
    told++;
    return { FailedEntryCount: isBusDown ? 1 : 0 };
  }
  return { ...known, cases: { ...known.cases, history }, bus: eventBus({ send: tell } as never, 'default') };
}

async function happens(...facts: Happened[]): Promise<void> {
  for (const happened of facts) {
    const { by, fact } = 'fact' in happened ? happened : { by: 'ann', fact: happened };
    await taskWorld(tables, runs).cases.change(caseId, { by, at: monday }, () => [fact]);
  }
}

/** The stream brings all events of the case, or those from this one on, at once; tells which of them failed. */
async function bring(from = 1): Promise<number[]> {
  const events = await taskWorld(tables, runs).cases.history(caseId);
  const recordOf = (event: (typeof events)[number]): DynamoDBRecord => ({
    eventID: `${event.seq}`,
    dynamodb: {
      Keys: { caseId: { S: caseId }, seq: { N: `${event.seq}` } },
      NewImage: toItem(event),
      SequenceNumber: `${event.seq}`,
    },
  });
  const Records = events.slice(from - 1).map(recordOf);
  const handler = stream(readEvent, (seqs) => followCase(world(), seqs));
  return (await handler({ Records })).batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier));
}
const taskId = () => f.taskId('triage', caseId);
const shown = async () => {
  const { items } = await views.list<CaseRow>('status', 'closed', { limit: 100 });
  return items.some((row) => row.caseId === caseId) ? 'closed' : 'not closed';
};
const ids = async (list: ListName, of: string) =>
  (await views.list<TaskRow>(list, of, { limit: 100 })).items
    .map(({ task }) => task.taskId)
    .filter((id) => id.startsWith(caseId));
const openTasks = (team: string) => ids('teamTasks', team);

describe('events of one case that come together', () => {
  test('are shown by one write of the case and one of each task they touch, from one reading of its history', async () => {
    await happens(
      f.taskOpened('triage', { in: caseId }),
      { kind: 'task-claimed', data: { taskId: taskId() } },
      f.said('inbound'),
    );
    expect(await bring(2)).toEqual([]);
    expect(written.sort()).toEqual(['case', taskId()].sort());
    expect(read).toBe(1);
  });

  test('show every task that one of them withdrew', async () => {
    const id = (step: Step) => `${caseId}.1.failed-${step}.1`;
    const asked = (step: Step) => f.taskOpened('failed-step', { id: id(step), step });
    await happens(asked('work-on-findings'), f.taskOpened('fraud-review', { in: caseId }));
    await bring();
    await happens(asked('investigate'));
    await bring(4);
    expect(await openTasks('operations')).toEqual([id('investigate')]);
    expect(await openTasks('fraud')).toEqual([f.taskId('fraud-review', caseId)]);
  });

  test('show a task as it is, also one that came back to what it had been while they were tried again', async () => {
    await happens(f.taskOpened('triage', { in: caseId }), { kind: 'task-claimed', data: { taskId: taskId() } });
    await bring();
    await happens({ kind: 'task-released', data: { taskId: taskId(), from: 'ann', reason: 'absent' } });
    await bring(3);
    expect(await ids('personTasks', 'ann')).toEqual([]);
    expect(await openTasks('cards')).toEqual([taskId()]);
  });

  test('leave the lists right behind one that cannot be handled, which alone is tried again with what follows', async () => {
    const answers = [{ question: 'satisfaction', kind: 'csat', value: 5, from: 1, to: 5 }] as const;
    await happens(f.invited(), { kind: 'survey-answered', data: { cycle: 1, answers: [...answers] } }, f.closed);
    isBusDown = true;
    expect(await bring()).toEqual([3]);
    expect(await shown()).toBe('closed');
    isBusDown = false;
    expect(await bring(3)).toEqual([]);
    expect({ shown: await shown(), told }).toEqual({ shown: 'closed', told: 2 });
  });

  test('that ask for a run twice have two, as if they had come one by one', async () => {
    for (const n of [1, 2]) {
      const id = `${caseId}.1.failed-case-run.${n}` as const;
      await happens(f.taskOpened('failed-step', { id, step: 'case-run' }), f.completed(id, 'retry'));
    }
    await bring();
    await bring();
    expect(runs.started.map(({ name }) => name)).toEqual([`${caseId}-1`, `${caseId}-1-r2`, `${caseId}-1-r3`]);
  });
});
