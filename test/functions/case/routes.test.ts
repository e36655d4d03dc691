import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { startEntries } from '../../support/entries.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';

const { db, started } = await startEntries({ customer: 'own', agent: 'any', manager: 'any', service: 'any' });
const vault = vaultStore(db, tableNames.VAULT_TABLE);

type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
let open: Handler;
let get: Handler;
let say: Handler;
let close: Handler;
let timeline: Handler;
let wait: Handler;
let goOn: Handler;
beforeAll(async () => {
  open = (await import('../../../functions/case/open-case.api.ts')).handler;
  get = (await import('../../../functions/case/get-case.api.ts')).handler;
  say = (await import('../../../functions/case/record-interaction.api.ts')).handler;
  close = (await import('../../../functions/case/close-case.api.ts')).handler;
  wait = (await import('../../../functions/case/wait-for-customer.api.ts')).handler;
  goOn = (await import('../../../functions/case/resume-case.api.ts')).handler;
  timeline = (await import('../../../functions/audit/timeline.api.ts')).handler;
});

async function call(handler: Handler, request: Parameters<typeof httpEvent>[0]) {
  const { statusCode, body } = await handler(httpEvent(request));
  return { status: statusCode, body: body && JSON.parse(body) };
}

let me: string;
beforeEach(() => {
  me = newId('cus');
});
const claims = (sub = me, roles = 'customer') => ({ sub, roles });
const keyed = (key: string) => ({ headers: { 'idempotency-key': key } });
const lostCard = { type: 'lost-card', cardId: 'card_1', channel: 'app' };
const report = (more: object = {}) => call(open, { route: 'POST /cases', claims: claims(), body: lostCard, ...more });
const opened = async () => (await report()).body.caseId as string;
const read = (caseId: string, as = claims()) =>
  call(get, { route: 'GET /cases/{caseId}', path: { caseId }, claims: as });

describe('reporting a lost card', () => {
  test('opens a case and starts its run', async () => {
    const { status, body } = await report();
    expect({ status, body }).toMatchObject({ status: 201, body: { status: 'open', customerId: me, joined: false } });
    expect(started).toContain(`${body.caseId}-1`);
    expect((await report()).body).toMatchObject({ caseId: body.caseId, joined: true });
  });

  test('shows a customer nothing of what colleagues found and who works on it', async () => {
    const { body } = await report();
    for (const hidden of ['findings', 'tasks', 'team', 'openWork']) expect(body).not.toHaveProperty(hidden);
  });

  test('with a key gets the very same answer again, and is refused with another content', async () => {
    const first = await report(keyed('key'));
    expect(await report(keyed('key'))).toEqual(first);
    expect(await report({ ...keyed('key'), body: { ...lostCard, cardId: 'card_2' } })).toMatchObject({
      status: 422,
      body: { type: 'urn:caseloop:problem:idempotency-key-reused' },
    });
  });

  test('names what is not right', async () => {
    const fields = async (body: unknown) =>
      (await report({ body })).body.errors.map(({ field }: { field: string }) => field);
    expect(await fields({ channel: 'app' })).toEqual(['type']);
    expect(await fields({ type: 'lost-card', channel: 'pigeon', cardId: 'card_1', note: 'x' })).toEqual([
      'channel',
      'note',
    ]);
    expect(await fields({ ...lostCard, customerId: 'cus_eve' })).toEqual(['customerId']);
  });
});

describe('somebody else’s case', () => {
  test('is answered like one that does not exist', async () => {
    const [mine, none] = [await opened(), newId('case')];
    const theirs = await read(mine, claims('cus_eve'));
    expect(theirs.status).toBe(404);
    const anonymous = (text: unknown) => JSON.stringify(text).replaceAll(mine, 'ID').replaceAll(none, 'ID');
    expect(anonymous(theirs)).toBe(anonymous(await read(none)));
  });

  test('is not closed, not written to and not read', async () => {
    const path = { caseId: await opened() };
    const eve = claims('cus_eve');
    const closing = await call(close, { path, claims: eve, body: { resolution: 'resolved' } });
    const saying = await call(say, { path, claims: eve, body: { channel: 'app', direction: 'inbound', text: 'hi' } });
    const reading = await call(timeline, { path, claims: eve });
    expect([closing.status, saying.status, reading.status]).toEqual([404, 404, 404]);
  });
});

describe('a case that waits for its customer', () => {
  const agent = claims('ann', 'agent');
  test('says so to them, and goes on when they write', async () => {
    const path = { caseId: await opened() };
    const waiting = await call(wait, { path, claims: agent, body: { for: 'customer-documents', note: 'the report' } });
    expect(waiting).toMatchObject({ status: 200, body: { waitsForYou: 'customer-documents' } });
    expect(await call(wait, { path, claims: agent, body: { for: 'customer-information' } })).toMatchObject({
      status: 409,
      body: { type: 'urn:caseloop:problem:case-waits', for: 'customer-documents' },
    });
    await call(say, { path, claims: claims(), body: { channel: 'app', direction: 'inbound', text: 'here it is' } });
    expect((await read(path.caseId)).body).not.toHaveProperty('waitsForYou');
    const { items } = (await call(timeline, { path, claims: agent })).body;
    expect(items.at(-1)).toMatchObject({ kind: 'waiting-ended', data: { because: 'customer-wrote' } });
  });

  test('goes on when a colleague says so', async () => {
    const path = { caseId: await opened() };
    await call(wait, { path, claims: agent, body: { for: 'customer-documents' } });
    expect((await call(goOn, { path, claims: agent })).body).not.toHaveProperty('waitsForYou');
    const none = { caseId: newId('case') };
    expect((await call(goOn, { path: none, claims: agent })).status).toBe(404);
    expect((await call(wait, { path: none, claims: agent, body: { for: 'customer-documents' } })).status).toBe(404);
  });
});

describe('what the customer says', () => {
  const words = (text: string) => ({ channel: 'app', direction: 'inbound', text });
  const tell = (caseId: string, key: string, text: string) =>
    call(say, {
      route: 'POST /cases/{caseId}/interactions',
      path: { caseId },
      claims: claims(),
      body: words(text),
      ...keyed(key),
    });

  test('is kept in the vault, and only its id in the history', async () => {
    const caseId = await opened();
    const { status, body } = await tell(caseId, 'key', 'my card is gone');
    expect(status).toBe(201);
    expect(await vault.text(me, body.interactionId)).toBe('my card is gone');
    const shown = await call(timeline, { path: { caseId }, claims: claims('ann', 'agent') });
    expect(shown.body.items).toMatchObject([{ kind: 'case-opened' }, { kind: 'interaction-recorded' }]);
    expect(shown.body.chain.ok).toBe(true);
    expect(JSON.stringify(shown)).not.toContain('my card is gone');
  });

  test('is kept as it was said first, though the key comes again with other words', async () => {
    const caseId = await opened();
    const { body } = await tell(caseId, 'key', 'my card is gone');
    expect((await tell(caseId, 'key', 'never mind')).status).toBe(422);
    expect(await vault.text(me, body.interactionId)).toBe('my card is gone');
    expect((await tell(caseId, 'key', 'my card is gone')).body).toEqual(body);
  });

  test('about two cases under one key is kept twice', async () => {
    const first = await tell(await opened(), 'key', 'about the one');
    const { body: other } = await report({ body: { ...lostCard, cardId: 'card_2' } });
    const second = await tell(other.caseId, 'key', 'about the other');
    expect(await vault.text(me, first.body.interactionId)).toBe('about the one');
    expect(await vault.text(me, second.body.interactionId)).toBe('about the other');
  });
});
