import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { newId } from '../../../functions/shared/ids.ts';
import type { Page } from '../../../functions/survey/page/page.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { tableNames } from '../../support/tables.ts';
import { taskWorld } from '../../support/task-world.ts';

const { db, answered } = await startEntries({});
const { cases, vault, invitations } = mailWorld(db, postOffice());
const { waits } = taskWorld(db);
const expiresAt = '2026-12-07T09:00:00.000Z';

type Handler = (event: ReturnType<typeof httpEvent>) => Promise<Page>;
let show: Handler;
let answer: Handler;
beforeAll(async () => {
  show = (await import('../../../functions/survey/show-survey.api.ts')).handler;
  answer = (await import('../../../functions/survey/answer-survey.api.ts')).handler;
});

let customerId: string;
let caseId: string;
let token: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
  customerId = newId('cus');
  caseId = newId('case');
  await vault.putContact(customerId, amir);
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  await happens({ kind: 'case-opened', data }, f.closed, f.invited(expiresAt));
  token = await invitations.issue({ caseId, cycle: 1 });
});
afterEach(() => vi.useRealTimers());

const happens = (...facts: CaseFact[]) => cases.change(caseId, { by: 'workflow', at: monday }, () => facts);
const get = (link = token, query = {}) => show(httpEvent({ path: { token: link }, query }));
const post = (form: Record<string, string>, link = token, base64 = true) =>
  answer(httpEvent({ path: { token: link }, body: new URLSearchParams(form).toString(), base64 }));
const answers = async () =>
  (await cases.history(caseId)).flatMap(({ fact, by }) =>
    fact.kind === 'survey-answered' ? [{ ...fact.data, by }] : [],
  );

test('opening the link changes nothing, however often it is opened, and with whatever score', async () => {
  const before = await cases.history(caseId);
  const pages = await Promise.all(Array.from({ length: 50 }, (_, i) => get(token, { score: String(i % 7) })));
  expect(pages.every(({ statusCode }) => statusCode === 200)).toBe(true);
  expect(await cases.history(caseId)).toEqual(before);
});

describe('an answer', () => {
  test('is recorded once, in the customer’s name, and the run that waits is told', async () => {
    await waits.put(caseId, waitingFor.survey(1), { token: `token-${caseId}`, turn: '' }, monday);
    expect((await post({ score: '4', comment: 'quick and kind' })).statusCode).toBe(200);
    const [only, ...more] = await answers();
    expect(only).toMatchObject({ score: 4, by: customerId });
    expect(more).toEqual([]);
    expect(await vault.text(customerId, only?.commentId ?? '')).toBe('quick and kind');
    expect(answered).toContain(`token-${caseId}`);
  });

  test('a second time is refused kindly', async () => {
    await post({ score: '4' });
    const again = await post({ score: '1' });
    expect(again.body).toMatch(/already/i);
    expect(await answers()).toMatchObject([{ score: 4 }]);
  });

  test('twenty times at once counts once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => post({ score: String((i % 5) + 1) })));
    expect(await answers()).toHaveLength(1);
  });

  test('is understood however the browser’s form was handed on', async () => {
    await post({ score: '5', comment: 'خوب بود' }, token, false);
    const [only] = await answers();
    expect(await vault.text(customerId, only?.commentId ?? '')).toBe('خوب بود');
  });

  test('that comes too late is told so, and not recorded', async () => {
    vi.setSystemTime(Date.parse(expiresAt));
    expect((await post({ score: '4' })).body).toMatch(/over|ended|expired|closed/i);
    expect(await answers()).toEqual([]);
  });
});

describe('a form that is not right comes back with what was typed', () => {
  test('without a score', async () => {
    const page = await post({ comment: 'I said <this>' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('I said &lt;this&gt;');
  });

  test('with a comment that is too long', async () => {
    const page = await post({ score: '2', comment: 'x'.repeat(2001) });
    expect(page.statusCode).toBe(422);
    expect(page.body).toMatch(/value="2" checked/);
    expect(page.body).toContain('x'.repeat(2000));
    expect(await answers()).toEqual([]);
  });
});

describe('a link', () => {
  test('that never was leads nowhere, and says nothing of any case', async () => {
    for (const link of ['', 'x', `${token}x`, token.slice(1), token.toUpperCase()]) {
      const page = await get(link);
      expect(page.statusCode).toBe(404);
      expect((await post({ score: '5' }, link)).statusCode).toBe(404);
    }
    expect(await answers()).toEqual([]);
  });

  test('stands nowhere in the tables, only its hash does', async () => {
    for (const TableName of Object.values(tableNames)) {
      const { Items } = await db.send(new ScanCommand({ TableName }));
      expect(JSON.stringify(Items ?? [])).not.toContain(token);
    }
  });

  test('to the survey of an earlier cycle is over', async () => {
    const old = await invitations.issue({ caseId, cycle: 7 });
    await post({ score: '5' }, old);
    expect(await answers()).toEqual([]);
  });
});
