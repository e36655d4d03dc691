import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { beforeEach, describe, expect, test } from 'vitest';
import { archiveRun, type EndedRun, type HistoryPages } from '../../../functions/run-archive/archive-run.ts';
import { describeRun } from '../../../functions/run-archive/describe-run.ts';
import { readRun } from '../../../functions/run-archive/read-run.ts';
import { runArchiveStore } from '../../../functions/run-archive/run-archive-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const archive = runArchiveStore(db, tableNames.RUN_ARCHIVE_TABLE);
const forgotten: HistoryPages = async () => undefined;
let run: EndedRun;
beforeEach(() => {
  const caseId = newId('case');
  const times = { startedAt: '2026-11-23T09:00:00.000Z', stoppedAt: '2026-11-24T09:00:00.000Z' };
  run = { caseId, runId: `${caseId}-1`, status: 'SUCCEEDED', ...times };
});

/** A history as Step Functions has it: this many events, the last of them its end; `padding` makes each larger. */
const historyOf = (count: number, end = 'ExecutionSucceeded', padding = ''): HistoryEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    previousEventId: index,
    timestamp: new Date(Date.parse('2026-11-23T09:00:00Z') + index),
    type: (index + 1 === count ? end : 'TaskStateEntered') as HistoryEvent['type'],
    stateEnteredEventDetails: { name: 'Freeze accounts', input: JSON.stringify({ caseId: run.caseId, padding }) },
  }));

/** Hands a history out in pages, as GetExecutionHistory does, and counts how often it was asked. */
function stepFunctions(events: HistoryEvent[], pageSize = 1000) {
  const asked: number[] = [];
  const history: HistoryPages = async (nextToken) => {
    const start = Number(nextToken ?? 0);
    asked.push(start);
    const end = start + pageSize;
    return { events: events.slice(start, end), ...(end < events.length && { nextToken: String(end) }) };
  };
  return { history, asked };
}

async function readAll(history: HistoryPages) {
  const items: unknown[] = [];
  const sources = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await readRun({ archive, history }, run, cursor);
    items.push(...(page?.items ?? []));
    if (page) sources.add(page.source);
    cursor = page?.next;
  } while (cursor);
  return { items: JSON.parse(JSON.stringify(items)) as unknown[], sources: [...sources] };
}

describe('a run that has ended', () => {
  test('can be read when Step Functions has forgotten it: the same events, and it says from where', async () => {
    const { history } = stepFunctions(historyOf(250));
    await archiveRun({ archive, history }, run);
    const before = await readAll(stepFunctions(historyOf(250), 100).history);
    const after = await readAll(forgotten);
    expect(after.items).toEqual(before.items);
    expect([before.sources, after.sources]).toEqual([['step-functions'], ['archive']]);
  });

  test('is kept whole with twenty-five thousand events', async () => {
    const events = historyOf(25_000);
    await archiveRun({ archive, history: stepFunctions(events).history }, run);
    const { items } = await readAll(forgotten);
    expect(items).toEqual(JSON.parse(JSON.stringify(events)));
  }, 60_000);

  test('is kept whole when its events are large and will not be compressed', async () => {
    const noise = (index: number) => Buffer.from(Array.from({ length: 6000 }, (_, i) => (i * index * 7919) % 251));
    const events = historyOf(300).map((event, index) => ({
      ...event,
      taskSucceededEventDetails: {
        resourceType: 'lambda',
        resource: 'invoke',
        output: noise(index).toString('base64'),
      },
    }));
    await archiveRun({ archive, history: stepFunctions(events).history }, run);
    expect((await readAll(forgotten)).items).toEqual(JSON.parse(JSON.stringify(events)));
  });

  test('is kept once, however often its end is told', async () => {
    const { history, asked } = stepFunctions(historyOf(10));
    await archiveRun({ archive, history }, run);
    await archiveRun({ archive, history }, run);
    expect(asked).toHaveLength(1);
  });

  test('is not taken for complete while its end is missing from its history', async () => {
    const { history } = stepFunctions(historyOf(10, 'TaskStateExited'));
    await expect(archiveRun({ archive, history }, run)).rejects.toThrow(
      expect.objectContaining({ name: 'RunHistoryIncomplete' }),
    );
    expect(await readRun({ archive, history: forgotten }, run)).toBeUndefined();
    await archiveRun({ archive, history: stepFunctions(historyOf(12)).history }, run);
    expect((await readAll(forgotten)).items).toHaveLength(12);
  });

  test('can be interrupted between two pages and is complete after another try', async () => {
    const { history } = stepFunctions(historyOf(2500));
    const dying: HistoryPages = async (token) =>
      token === '2000' ? Promise.reject(new Error('lost')) : history(token);
    await expect(archiveRun({ archive, history: dying }, run)).rejects.toThrow('lost');
    expect(await readRun({ archive, history: forgotten }, run)).toBeUndefined();
    await archiveRun({ archive, history }, run);
    expect((await readAll(forgotten)).items).toHaveLength(2500);
  });
});

test('a run that failed says so, and with what, after Step Functions has forgotten it', async () => {
  const [first, ...rest] = historyOf(3, 'ExecutionFailed').toReversed();
  const failed = {
    ...first,
    id: 3,
    executionFailedEventDetails: { error: 'FreezeIncomplete', cause: '' },
  } as HistoryEvent;
  const { history } = stepFunctions([...rest.toReversed(), failed]);
  await archiveRun({ archive, history }, { ...run, status: 'FAILED' });
  const found = await describeRun({ archive, describe: async () => undefined }, run.caseId, run.runId);
  expect(found).toMatchObject({
    runId: run.runId,
    status: 'FAILED',
    error: 'FreezeIncomplete',
    stoppedAt: run.stoppedAt,
  });
});

test('a run that nobody knows is nobody’s', async () => {
  expect(await readRun({ archive, history: forgotten }, run)).toBeUndefined();
  expect(await readRun({ archive, history: forgotten }, run, 'archive-101')).toBeUndefined();
  expect(await describeRun({ archive, describe: async () => undefined }, run.caseId, run.runId)).toBeUndefined();
});

test('runs of one case with names that begin alike are kept apart', async () => {
  const survey = { ...run, runId: `${run.runId}-survey` };
  await archiveRun({ archive, history: stepFunctions(historyOf(5)).history }, survey);
  expect(await readRun({ archive, history: forgotten }, run)).toBeUndefined();
  await archiveRun({ archive, history: stepFunctions(historyOf(3)).history }, run);
  expect((await readAll(forgotten)).items).toHaveLength(3);
});
