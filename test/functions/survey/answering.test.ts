import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { shownFormFor } from '../../../functions/survey/form-token.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import { askCustomer, expiresAt, surveyPages } from '../../support/asked-customer.ts';
import { startEntries } from '../../support/entries.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { tableNames } from '../../support/tables.ts';
import { taskWorld } from '../../support/task-world.ts';

const { db, answered } = await startEntries({});
const world = mailWorld(db, postOffice());
const { cases, vault, invitations } = world;
const { waits } = taskWorld(db);
const { show, answer } = await surveyPages();

let customerId: string;
let caseId: string;
let token: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
  ({ customerId, caseId, token } = await askCustomer(world));
});
afterEach(() => vi.useRealTimers());

const get = (link = token, query = {}) => show(httpEvent({ path: { token: link }, query }));
/** As it was shown a minute ago. */
const formShown = (link: string, after: number) => shownFormFor(link, after, '2026-11-23T08:59:00.000Z');
/** Sends the form that was shown when there were as many answers as `after`. */
const post = (form: Record<string, string>, link = token, base64 = true, after = 0) => {
  const body = new URLSearchParams({ _form: formShown(link, after), ...form }).toString();
  return answer(httpEvent({ path: { token: link }, body, base64 }));
};
const rated = (value: number) => ({ question: 'satisfaction', kind: 'csat', value, from: 1, to: 5 });
const answers = async () =>
  (await cases.history(caseId)).flatMap(({ fact, by }) =>
    fact.kind === 'survey-answered' ? [{ ...fact.data, by }] : [],
  );

const wrote = async (one: Awaited<ReturnType<typeof answers>>[number] | undefined) => {
  const text = one?.answers?.find((answer) => answer.kind === 'text');
  return vault.text(customerId, text?.kind === 'text' ? text.textId : '');
};

test('opening the link changes nothing, however often it is opened, and with whatever score', async () => {
  const before = await cases.history(caseId);
  const pages = await Promise.all(Array.from({ length: 50 }, (_, i) => get(token, { score: String(i % 7) })));
  expect(pages.every(({ statusCode }) => statusCode === 200)).toBe(true);
  expect(await cases.history(caseId)).toEqual(before);
});

describe('an answer', () => {
  test('is recorded once, in the customer’s name, and the run that waits is told', async () => {
    await waits.put(caseId, waitingFor.survey(1), { token: `token-${caseId}`, turn: '' }, monday);
    expect((await post({ satisfaction: '4', comment: 'quick and kind' })).statusCode).toBe(200);
    const [only, ...more] = await answers();
    const said = [rated(4), { question: 'comment', kind: 'text', textId: expect.any(String) }];
    const asked = { survey: { id: 'after-case', version: 0 }, version: 1, language: 'en', channel: 'web' };
    expect(only).toMatchObject({ ...asked, answers: said, by: customerId });
    expect(more).toEqual([]);
    expect(await wrote(only)).toBe('quick and kind');
    expect(answered).toContain(`token-${caseId}`);
  });

  test('sent twice by the same form is one answer, and thanked for both times', async () => {
    await post({ satisfaction: '4' });
    expect((await post({ satisfaction: '4' })).statusCode).toBe(200);
    expect(await answers()).toMatchObject([{ answers: [rated(4)] }]);
  });

  test('can be changed until the window ends: the page shows it, and both versions are kept', async () => {
    await post({ satisfaction: '2', comment: 'slow', 'went-wrong': 'too-slow' });
    const again = await get();
    expect(again.body).toMatch(/value="2"[^>]* checked/);
    expect(again.body).toMatch(/value="too-slow" checked/);
    expect(again.body).toContain('slow</textarea>');
    expect(again.body).toContain('You can change it until');
    await post({ satisfaction: '4' }, token, true, 1);
    expect(await answers()).toMatchObject([{ version: 1 }, { version: 2, answers: [rated(4)] }]);
    expect((await cases.load(caseId)).surveys).toMatchObject([{ score: 4, versions: 2 }]);
  });

  test('by a form from before the last answer comes back to be looked at, and records nothing', async () => {
    await post({ satisfaction: '4' });
    const stale = await post({ satisfaction: '1' });
    expect(stale.statusCode).toBe(422);
    expect(stale.body).toMatch(/older than your last answer/);
    expect(stale.body).toMatch(/value="1"[^>]* checked/);
    expect(await answers()).toHaveLength(1);
  });

  test('without the token of a form that was shown is none: a program that guesses fields answers for nobody', async () => {
    expect((await post({ satisfaction: '4', _form: '' })).statusCode).toBe(422);
    expect((await post({ satisfaction: '4', _form: formShown('another', 0) })).statusCode).toBe(422);
    expect(await answers()).toEqual([]);
  });

  test('twenty times at once counts once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => post({ satisfaction: String((i % 5) + 1) })));
    expect(await answers()).toHaveLength(1);
  });

  test('to a follow-up that was not open, or to what was never offered, is left out', async () => {
    await post({ satisfaction: '5', 'went-wrong': 'too-slow', took: 'never-offered', else: 'x' });
    expect(await answers()).toMatchObject([{ answers: [rated(5)] }]);
  });

  test('so low that somebody should call says so', async () => {
    await post({ satisfaction: '2' });
    expect(await answers()).toMatchObject([{ detractor: true }]);
  });

  test('is understood however the browser’s form was handed on', async () => {
    await post({ satisfaction: '5', comment: 'خوب بود' }, token, false);
    const [only] = await answers();
    expect(await wrote(only)).toBe('خوب بود');
  });

  test('that comes too late is kept and marked, and whoever sent it is told', async () => {
    vi.setSystemTime(Date.parse(expiresAt));
    expect((await get()).statusCode).toBe(410);
    expect((await post({ satisfaction: '4' })).body).toMatch(/was open until/);
    expect(await answers()).toMatchObject([{ late: true, answers: [rated(4)] }]);
    expect((await cases.load(caseId)).surveys).toMatchObject([{ status: 'invited', versions: 1 }]);
  });
});

describe('a form that is not right comes back with what was typed', () => {
  test('without a score', async () => {
    const page = await post({ comment: 'I said <this>' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('I said &lt;this&gt;');
    expect((await cases.load(caseId)).surveys).toMatchObject([{ started: true, status: 'invited' }]);
  });

  test('with a comment that is too long', async () => {
    const page = await post({ satisfaction: '2', comment: 'x'.repeat(2001) });
    expect(page.statusCode).toBe(422);
    expect(page.body).toMatch(/value="2"[^>]* checked/);
    expect(page.body).toContain('x'.repeat(2000));
    expect(await answers()).toEqual([]);
  });
});

describe('a link', () => {
  test('that never was leads nowhere, and says nothing of any case', async () => {
    for (const link of ['', 'x', `${token}x`, token.slice(1), token.toUpperCase()]) {
      const page = await get(link);
      expect(page.statusCode).toBe(404);
      expect((await post({ satisfaction: '5' }, link)).statusCode).toBe(404);
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
    await post({ satisfaction: '5' }, old);
    expect(await answers()).toEqual([]);
  });
});
