import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stream } from '../../../functions/shared/stream.ts';

const record = (caseId: string, seq: number): DynamoDBRecord => ({
  eventID: `${caseId}-${seq}`,
  dynamodb: {
    Keys: { caseId: { S: caseId }, seq: { N: String(seq) } },
    NewImage: { caseId: { S: caseId }, what: { S: `${caseId}${seq}` } },
    SequenceNumber: `n-${caseId}${seq}`,
  },
});

let handled: string[];
beforeEach(() => {
  handled = [];
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const bring = (Records: DynamoDBRecord[], ...poison: string[]) =>
  stream(
    ({ what }) => what?.S ?? '',
    () => async (what) => {
      await new Promise(setImmediate);
      if (poison.includes(what)) throw new Error('poison');
      handled.push(what);
    },
  )({ Records });
const batch = [record('a', 1), record('b', 1), record('a', 2), record('c', 1), record('b', 2), record('a', 3)];
const failed = (...what: string[]) => ({ batchItemFailures: what.map((one) => ({ itemIdentifier: `n-${one}` })) });

describe('an event that is no new one', () => {
  test.each(['MODIFY', 'REMOVE'] as const)('was replaced or deleted, and an alarm tells: %s', async (eventName) => {
    await bring([{ ...record('a', 3), eventName }]);
    const lines = vi.mocked(console.log).mock.calls.map(([line]) => JSON.parse(line));
    expect(lines).toMatchObject([{ level: 'ERROR', event: 'EVENT_CHANGED', caseId: 'a', seq: 3 }, { BrokenChains: 1 }]);
  });

  test('is told of by nothing when it is new', async () => {
    await bring([{ ...record('a', 3), eventName: 'INSERT' }]);
    expect(console.log).not.toHaveBeenCalled();
  });
});

describe('records of a stream', () => {
  test('are all handled, those of one case in their order', async () => {
    expect(await bring(batch)).toEqual(failed());
    expect(handled.filter((one) => one.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect(handled).toHaveLength(6);
  });

  test('of a case wait behind the first that fails; those of other cases do not', async () => {
    expect(await bring(batch, 'a2')).toEqual(failed('a2'));
    expect(handled.sort()).toEqual(['a1', 'b1', 'b2', 'c1']);
  });

  test('that fail are told of with the case they are about, and without what they say', async () => {
    await bring(batch, 'a2');
    const lines = vi.mocked(console.log).mock.calls.map(([line]) => JSON.parse(line));
    expect(lines).toMatchObject([{ event: 'STREAM_RECORD_FAILED', caseId: 'a', eventID: 'a-2', error: 'Error' }]);
    expect(JSON.stringify(lines)).not.toContain('poison');
  });

  test('are reported once for each case that failed', async () => {
    expect(await bring(batch, 'a1', 'b2', 'c1')).toEqual(failed('a1', 'b2', 'c1'));
    expect(handled).toEqual(['b1']);
  });

  test('without a new image are passed over', async () => {
    const removed = { ...record('a', 1), dynamodb: { Keys: { caseId: { S: 'a' } }, SequenceNumber: 'n' } };
    expect(await bring([removed])).toEqual(failed());
    expect(handled).toEqual([]);
  });
});
