import { beforeEach, describe, expect, test } from 'vitest';
import { caseStore } from '../../../functions/case/case-store.ts';
import type { Report } from '../../../functions/case/open-case.ts';
import { reportStore } from '../../../functions/case/report-store.ts';
import { takeReport } from '../../../functions/case/take-report.ts';
import { verifyChain } from '../../../functions/shared/chain.ts';
import { IdempotencyKeyReused } from '../../../functions/shared/errors.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const storesOf = (client: typeof db) => ({
  cases: caseStore(client, tableNames.CASE_EVENTS_TABLE),
  reports: reportStore(client, tableNames.CASE_VIEWS_TABLE),
});
const { cases, reports } = storesOf(db);

let report: Report;
let key: string;
beforeEach(() => {
  report = { type: 'lost-card', customerId: newId('cus'), subject: 'card_1', channel: 'app' };
  key = newId('key');
});
const change = { by: 'app', at: monday };
const request = () => ({ ...change, command: { id: key, hash: 'content' } });
const take = (by: Parameters<typeof takeReport>[3] = change, what = report) => takeReport(cases, reports, what, by);
const closeIt = (caseId: string) => cases.change(caseId, change, () => [f.closed]);
const kinds = async (caseId: string) => (await cases.history(caseId)).map((event) => event.fact.kind);

describe('reports of one card', () => {
  test('the second joins the case that the first opened', async () => {
    const first = await take();
    const second = await take();
    expect(first).toMatchObject({ joined: false, current: { reports: 1 } });
    expect(second).toMatchObject({ joined: true, current: { caseId: first.current.caseId, reports: 2 } });
  });

  test('one after the close opens a new case', async () => {
    const first = await take();
    await closeIt(first.current.caseId);
    const second = await take();
    expect(second).toMatchObject({ joined: false, current: { status: 'open' } });
    expect(second.current.caseId).not.toBe(first.current.caseId);
    expect(await kinds(first.current.caseId)).toEqual(['case-opened', 'case-closed', 'case-continued']);
    expect(second.current.continues).toBe(first.current.caseId);
  });

  test('forty at once open one case', async () => {
    const taken = await Promise.all(
      Array.from({ length: 40 }, (_, i) => take({ ...change, command: { id: `${key}-${i}`, hash: 'content' } })),
    );
    expect(new Set(taken.map(({ current }) => current.caseId)).size).toBe(1);
    expect(taken.filter(({ joined }) => !joined)).toHaveLength(1);
    const events = await cases.history(taken[0]?.current.caseId ?? '');
    expect(verifyChain(events)).toMatchObject({ ok: true, length: 40 });
  });

  test('ten at once after the close open one new case', async () => {
    const old = await take();
    await closeIt(old.current.caseId);
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, i) => take({ ...change, command: { id: `${key}-${i}`, hash: 'content' } })),
    );
    expect(new Set(taken.map(({ current }) => current.caseId)).size).toBe(1);
    expect(taken.filter(({ joined }) => !joined)).toHaveLength(1);
  });

  test('that is slower than somebody who opens its case and gives it up goes on in another, never in itself', async () => {
    let faster = '';
    const slow: typeof reports = {
      ...reports,
      claimSubject: async (...claim) => {
        const holder = await reports.claimSubject(...claim);
        faster = (await take({ ...change, by: 'carla' })).current.caseId; // under the id that this attempt made
        await cases.change(faster, change, () => [f.cancelled]);
        return holder;
      },
    };
    const { current } = await takeReport(cases, slow, report, change);
    expect(current).toMatchObject({ status: 'open', continues: faster });
    expect(current.caseId).not.toBe(faster);
    expect((await take()).current.caseId).toBe(current.caseId);
  }, 10_000);

  test('by two different customers do not meet', async () => {
    const mine = await take();
    const theirs = await take(change, { ...report, customerId: newId('cus') });
    expect(theirs.joined).toBe(false);
    expect(theirs.current.caseId).not.toBe(mine.current.caseId);
  });
});

describe('the same request again', () => {
  test('gets the same answer at any later time, though the case went on and was closed', async () => {
    const first = await take(request());
    expect(await take(request())).toEqual(first);
    await take();
    expect(await take(request())).toEqual(first);
    await closeIt(first.current.caseId);
    expect(await take(request())).toEqual(first);
    await take(); // a new case holds the card by now
    expect(await take(request())).toEqual(first);
    expect(await kinds(first.current.caseId)).toEqual([
      'case-opened',
      'report-joined',
      'case-closed',
      'case-continued',
    ]);
  });

  test('that had joined is answered so again', async () => {
    await take();
    const joined = await take(request());
    await closeIt(joined.current.caseId);
    expect(await take(request())).toEqual(joined);
  });

  test('with other content is refused', async () => {
    await take(request());
    const other = take({ ...change, command: { id: key, hash: 'other' } }, { ...report, subject: 'card_2' });
    await expect(other).rejects.toThrow(IdempotencyKeyReused);
  });

  test('sent ten times at once opens one case, and all get the same answer', async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, () => take(request())));
    expect(taken.every((one) => one.current.caseId === taken[0]?.current.caseId && !one.joined)).toBe(true);
    expect(await kinds(taken[0]?.current.caseId ?? '')).toEqual(['case-opened']);
  });
});

describe('a request that dies anywhere and is sent again', () => {
  const attempts = async (prepare: () => Promise<unknown>, check: (caseId: string, where: string) => Promise<void>) =>
    killedAtEveryCall(async (kill, where) => {
      report = { ...report, customerId: newId('cus') };
      key = newId('key');
      await prepare();
      const dead = storesOf(kill(db));
      await takeReport(dead.cases, dead.reports, report, request()).catch(() => undefined);
      const taken = await take(request());
      expect(await take(request()), where).toEqual(taken);
      await check(taken.current.caseId, where);
    });

  test('has opened exactly one case', async () => {
    const calls = await attempts(
      async () => undefined,
      async (caseId, where) => {
        expect(await kinds(caseId), where).toEqual(['case-opened']);
        expect((await take()).current.caseId, where).toBe(caseId);
      },
    );
    expect(calls).toBe(3); // the budget: the request, the card, the event
  });

  test('has joined exactly once', async () => {
    await attempts(
      () => take(),
      async (caseId, where) => expect(await kinds(caseId), where).toEqual(['case-opened', 'report-joined']),
    );
  });

  test('has opened exactly one case after an earlier one was closed', async () => {
    await attempts(
      async () => closeIt((await take()).current.caseId),
      async (caseId, where) => {
        expect(await kinds(caseId), where).toEqual(['case-opened']);
        expect((await take()).current.caseId, where).toBe(caseId);
      },
    );
  });
});
