import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { formTokenFor } from '../../../functions/survey/form-token.ts';
import { askCustomer, expiresAt } from '../../support/asked-customer.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';

// A client asks on a page of its own (chatwoot#12338, #10149, #6328).
const { db } = await startEntries({ customer: 'own', service: 'any' });
const world = mailWorld(db, postOffice());
const { cases, invitations } = world;
type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
const link: Handler = (await import('../../../functions/survey/link-survey.api.ts')).handler;
const take: Handler = (await import('../../../functions/survey/take-answer.api.ts')).handler;

let customerId: string;
let caseId: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
  ({ customerId, caseId } = await askCustomer(world));
});
afterEach(() => vi.useRealTimers());

async function call(
  handler: Handler,
  { body, as = customerId, about = caseId, key }: { body?: unknown; as?: string; about?: string; key?: string } = {},
) {
  const claims = { sub: as, roles: as === 'app' ? 'service' : 'customer' };
  const reply = await handler(
    httpEvent({ path: { caseId: about }, claims, body, headers: key ? { 'idempotency-key': key } : {} }),
  );
  return { status: reply.statusCode, body: JSON.parse(reply.body ?? 'null') };
}
const linked = async () => (await call(link)).body as { token: string; form: string; url: string };
const send = (at: { token: string; form: string }, answers: object, more = {}) =>
  call(take, { body: { token: at.token, form: at.form, answers }, ...more });
const survey = async () => (await cases.load(caseId)).surveys.at(-1);

test('a client gets the questions, a link, and what to send the answer with', async () => {
  const { status, body } = await call(link);
  expect(status).toBe(201);
  expect(body.url).toBe(`https://bank.example/surveys/${body.token}`);
  expect(body.questions[0]).toMatchObject({
    id: 'satisfaction',
    kind: 'csat',
    text: { en: expect.any(String), fa: expect.any(String) },
  });
  expect(body).toMatchObject({ caseId, state: 'open', expiresAt, survey: { id: 'after-case' } });
  expect((await survey())?.status).toBe('invited');
});

describe('an answer that a client sends', () => {
  test('is recorded as JSON said it, and says that it came that way', async () => {
    const { body } = await send(await linked(), {
      satisfaction: 3,
      'went-wrong': ['too-slow', 'not-told'],
      comment: 'Slow',
    });
    expect(body).toMatchObject({ caseId, version: 1, changeUntil: expiresAt });
    const { fact } = (await cases.history(caseId)).at(-1) ?? {};
    expect(fact?.data).toMatchObject({
      channel: 'api',
      version: 1,
      answers: [{ value: 3, from: 1, to: 5 }, { choices: ['too-slow', 'not-told'] }, { kind: 'text' }],
    });
    expect(JSON.stringify(fact)).not.toContain('Slow');
  });

  test('sent twice is one answer, and another takes the form that came with the first', async () => {
    const first = await linked();
    const once = (await send(first, { satisfaction: 4 })).body;
    expect((await send(first, { satisfaction: 4 })).body).toMatchObject({ version: 1 });
    expect(await send(first, { satisfaction: 1 })).toMatchObject({
      status: 409,
      body: { type: 'urn:caseloop:problem:survey-answered-meanwhile' },
    });
    expect((await send({ ...first, form: once.form }, { satisfaction: 2 })).body).toMatchObject({ version: 2 });
    expect(await survey()).toMatchObject({ versions: 2, score: 2 });
  });

  test.each([
    ['the same was answered', 4],
    ['something else was answered', 1],
  ])('sent again with its key is told as it was then, though %s since, and the time is over', async (_, later) => {
    const [first, other] = [await linked(), await linked()];
    const once = await send(first, { satisfaction: 4 }, { key: 'my answer' });
    const same = await send(other, { satisfaction: 4 }, { key: 'by the other link' });
    expect(same).toMatchObject({ status: 200, body: { version: 1 } });
    for (const satisfaction of [2, later]) await send(await linked(), { satisfaction });
    vi.setSystemTime(Date.parse(expiresAt));
    expect(await send(first, { satisfaction: 4 }, { key: 'my answer' })).toEqual(once);
    expect(await send(other, { satisfaction: 4 }, { key: 'by the other link' })).toEqual(same);
    expect((await survey())?.versions).toBe(3);
  });

  test('is one, whichever of two links it comes by', async () => {
    const [one, other] = [await linked(), await linked()];
    await send(one, { satisfaction: 5 });
    expect((await send(other, { satisfaction: 1 })).status).toBe(409);
    expect(await survey()).toMatchObject({ versions: 1, score: 5 });
  });

  test.each([
    [{ satisfaction: 6 }, 'answers.satisfaction'],
    [{}, 'answers.satisfaction'],
    [{ satisfaction: 5, weather: 'fine' }, 'answers.weather'],
    [{ satisfaction: 5, 'went-wrong': ['too-slow'] }, 'answers.went-wrong'],
    [{ satisfaction: 2, 'went-wrong': 'the-moon' }, 'answers.went-wrong'],
    [{ satisfaction: 5, comment: 'x'.repeat(2001) }, 'answers.comment'],
  ])('that is not right (%j) is refused by the name of the field, and noted as begun', async (answers, field) => {
    const { status, body } = await send(await linked(), answers);
    expect(status).toBe(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(await survey()).toMatchObject({ versions: 0, started: true });
  });

  test('comes too late when the time is over', async () => {
    const at = await linked();
    vi.setSystemTime(Date.parse(expiresAt));
    expect(await send(at, { satisfaction: 5 })).toMatchObject({
      status: 409,
      body: { type: 'urn:caseloop:problem:survey-not-open' },
    });
    expect((await call(link)).status).toBe(409);
  });
});

test('an anonymous survey has no link for a client: whoever signs in to answer is known by name', async () => {
  caseId = newId('case');
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  const asked = { kind: 'survey-invited' as const, data: { cycle: 1, expiresAt, anonymous: true as const } };
  await cases.change(caseId, { by: 'workflow', at: monday }, () => [{ kind: 'case-opened', data }, f.closed, asked]);
  const refused = { status: 409, body: { type: 'urn:caseloop:problem:survey-is-anonymous' } };
  expect(await call(link)).toMatchObject(refused);
  const token = await invitations.issue({ caseId, cycle: 1 });
  expect(await send({ token, form: formTokenFor(token, 0) }, { satisfaction: 5 })).toMatchObject(refused);
});

test('nobody answers for somebody else, with whatever link', async () => {
  const at = await linked();
  expect((await send(at, { satisfaction: 1 }, { as: 'cus_stranger' })).status).toBe(404);
  expect((await call(link, { as: 'cus_stranger' })).status).toBe(404);
  expect((await send(at, { satisfaction: 1 }, { about: newId('case') })).status).toBe(404);
  expect((await survey())?.versions).toBe(0);
});

test('the app of the bank may, for the customer in front of it, and the history says who sent it', async () => {
  await send(await linked(), { satisfaction: 5 }, { as: 'app' });
  expect((await cases.history(caseId)).at(-1)).toMatchObject({ by: 'app', fact: { kind: 'survey-answered' } });
});
