import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { countDay } from '../../../functions/report/count-day.ts';
import { newsStore } from '../../../functions/report/news-store.ts';
import { resultStore } from '../../../functions/report/result-store.ts';
import { rollUp } from '../../../functions/report/roll-up.ts';
import { rollUpName } from '../../../functions/report/satisfaction-row.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { reportWorld } from './report-world.ts';

const { db } = startTables();

// Each test has days of its own.
let year = 2030;
let day: string;
let world: ReturnType<typeof reportWorld>;
const noon = () => `${day}T12:00:00.000Z`;
beforeEach(() => {
  day = `${year++}-11-23`;
  world = reportWorld(db);
});

const scores = async () => (await world.rolledUp('all', day)).transactional?.all?.scores['csat:1-5']?.counts;

const over = (client: typeof db) => resultStore(client, tableNames.CASE_VIEWS_TABLE, 'Europe/Berlin');

/** A table that leaves all but one of the rows it is asked for to the next call, so many times. */
function busy(times: number): typeof db {
  const send = async (command: { input: object }) => {
    if (!('RequestItems' in command.input) || times-- <= 0) return db.send(command as never);
    const { Keys } =
      (command.input.RequestItems as Record<string, { Keys: object[] }>)[tableNames.CASE_VIEWS_TABLE] ?? {};
    const [first, ...later] = Keys ?? [];
    const one = { RequestItems: { [tableNames.CASE_VIEWS_TABLE]: { Keys: [first], ConsistentRead: true } } };
    const { Responses } = await db.send(new BatchGetItemCommand(one as never));
    return { Responses, UnprocessedKeys: { [tableNames.CASE_VIEWS_TABLE]: { Keys: later } } };
  };
  return { send } as never;
}

describe('a sweep', () => {
  test('counts every asking of the day, by each way to tell it', async () => {
    await world.asked(noon(), 5);
    await world.asked(noon(), 3, f.paymentFlagged);
    await world.asked(noon());
    expect(await rollUp(world.world)).toEqual({ cases: 3 });
    const { transactional } = await world.rolledUp('type', day);
    expect(transactional?.['lost-card']).toMatchObject({ invited: 2, answered: 1 });
    expect(transactional?.['suspicious-payment']).toMatchObject({ invited: 1, answered: 1 });
    expect((await world.rolledUp('all', day)).transactional?.all).toMatchObject({ invited: 3, answered: 2 });
    expect(await scores()).toEqual([0, 0, 1, 0, 1]);
  });

  test('that finds nothing new does nothing', async () => {
    await world.asked(noon(), 5);
    await rollUp(world.world);
    expect(await rollUp(world.world)).toEqual({ cases: 0 });
  });

  test('writes nothing of a day that comes to the same as before', async () => {
    await world.asked(noon(), 5);
    await rollUp(world.world);
    const saved: string[] = [];
    const watched: typeof world.results = {
      ...world.results,
      saveRollUp: (name, of) => {
        saved.push(name);
        return world.results.saveRollUp(name, of);
      },
    };
    await countDay(watched, day);
    expect(saved).toEqual([]);
    await world.asked(noon(), 4);
    await rollUp({ ...world.world, results: watched });
    expect(saved).toContain(rollUpName('all'));
  });

  test('reads on when a busy table leaves rows for later, and says so when it never stops', async () => {
    await world.asked(noon(), 5);
    await rollUp(world.world);
    await world.asked(noon(), 4);
    expect(await rollUp({ ...world.world, results: over(busy(3)) })).toEqual({ cases: 1 });
    expect(await scores()).toEqual([0, 0, 0, 1, 1]);
    await expect(countDay(over(busy(Number.POSITIVE_INFINITY)), day)).rejects.toThrow('too busy');
  });

  test('is not changed by events that are brought again, in any order', async () => {
    const caseId = await world.asked(noon(), 4);
    await rollUp(world.world);
    const before = await world.rolledUp('all', day);
    for (const seq of [4, 2, 4, 1, 3]) {
      await world.news.note({ caseId, seq }, noon());
      await rollUp(world.world);
    }
    expect(await world.rolledUp('all', day)).toEqual(before);
  });

  test('does not lose what is new when something older is brought again meanwhile', async () => {
    const caseId = await world.asked(noon());
    const { length: seq } = await world.world.history(caseId);
    await world.happens(caseId, [f.answered(5)], noon());
    await world.news.note({ caseId, seq }, noon());
    await world.news.forget({ caseId, seq }); // a sweep that had read the history before the answer
    await rollUp(world.world);
    expect(await scores()).toEqual([0, 0, 0, 0, 1]);
  });

  test('counts an answer on the day its customer was asked, so that answers never outnumber invitations', async () => {
    const caseId = await world.asked(noon());
    await rollUp(world.world);
    await world.happens(caseId, [f.answered(2)], `${day.slice(0, 4)}-12-01T12:00:00.000Z`);
    await rollUp(world.world);
    expect(await scores()).toEqual([0, 1, 0, 0, 0]);
    expect(await world.rolledUp('all', `${day.slice(0, 4)}-12-01`)).toEqual({});
  });

  test('counts a changed answer once, by what it was changed to', async () => {
    const caseId = await world.asked(noon(), 1);
    await rollUp(world.world);
    await world.happens(caseId, [f.answered(5)], noon());
    await rollUp(world.world);
    expect(await scores()).toEqual([0, 0, 0, 0, 1]);
  });

  test('leaves a case that cannot be read for later, and counts the others', async () => {
    const broken = await world.asked(noon(), 1);
    await world.asked(noon(), 5);
    const history = (caseId: string) =>
      caseId === broken ? Promise.reject(new Error('unreadable')) : world.history(caseId);
    expect(await rollUp({ ...world.world, history })).toEqual({ cases: 1 });
    expect(await scores()).toEqual([0, 0, 0, 0, 1]);
    expect(await rollUp(world.world)).toEqual({ cases: 1 });
    expect(await scores()).toEqual([1, 0, 0, 0, 1]);
  });
});

test('a sweep that is killed at any call and started again counts everything once', async () => {
  await killedAtEveryCall(async (kill, where) => {
    day = `${year++}-11-23`;
    await world.asked(noon(), 5);
    await world.asked(noon(), 2);
    const mortal = kill(db);
    const stores = {
      news: newsStore(mortal, tableNames.CASE_VIEWS_TABLE),
      results: resultStore(mortal, tableNames.CASE_VIEWS_TABLE, 'Europe/Berlin'),
    };
    await rollUp({ ...world.world, ...stores }).catch(() => undefined);
    await rollUp(world.world);
    expect(await scores(), where).toEqual([0, 1, 0, 0, 1]);
    expect(await rollUp(world.world), where).toEqual({ cases: 0 });
  });
}, 60_000);

test('two sweeps beside each other: the one that read less does not have the last word', async () => {
  await world.asked(noon(), 5);
  const slow = { ...world.results };
  let late = false;
  slow.resultsOf = async function* <R extends never>(of: string) {
    const read = [];
    for await (const result of world.results.resultsOf<R>(of)) read.push(result);
    if (!late) {
      late = true; // while it thinks about what it has read, another counts one answer more
      await world.asked(noon(), 1);
      await rollUp(world.world);
    }
    yield* read;
  } as typeof slow.resultsOf;
  await countDay(slow, day);
  expect(await scores()).toEqual([1, 0, 0, 0, 1]);
});

test('in another time zone the days are other days, and nothing is counted in both', async () => {
  const tehran = reportWorld(db, 'Asia/Tehran');
  await world.asked(`${day}T21:00:00.000Z`, 5);
  await rollUp(tehran.world);
  expect(await tehran.rolledUp('all', day)).toEqual({});
  expect((await tehran.rolledUp('all', `${day.slice(0, 8)}24`)).transactional?.all?.answered).toBe(1);
  expect(await world.rolledUp('all', day)).toEqual({});
});
