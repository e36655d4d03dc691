import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { recordMailOutcome } from '../../../functions/mail/record-mail-outcome.ts';
import { tellCustomer } from '../../../functions/mail/tell-customer.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';

const { db } = await startEntries({ agent: 'any', manager: 'any', admin: 'any', auditor: 'any' });
type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
const entries: { list?: Handler; resend?: Handler } = {};
beforeAll(async () => {
  entries.list = (await import('../../../functions/mail/list-mails.api.ts')).handler;
  entries.resend = (await import('../../../functions/mail/resend-mail.api.ts')).handler;
});

let office: ReturnType<typeof postOffice>;
let world: ReturnType<typeof mailWorld>;
let caseId: string;
let customerId: string;
const happens = (...facts: CaseFact[]) => world.cases.change(caseId, { by: 'workflow', at: monday }, () => facts);
async function bringAll(): Promise<void> {
  for (const event of await world.cases.history(caseId)) await tellCustomer(world, event, monday);
}

/** A closed case whose invitation was handed to SES, which gave no answer. */
beforeEach(async () => {
  office = postOffice();
  world = mailWorld(db, office);
  [caseId, customerId] = [newId('case'), newId('cus')];
  await world.vault.putContact(customerId, amir);
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  await happens({ kind: 'case-opened', data }, f.closed);
  await bringAll();
  await happens(f.invited());
  office.vanishNext();
  await expect(bringAll()).rejects.toThrow('socket hang up');
  await bringAll();
});

async function call(entry: keyof typeof entries, mailId = '', as = 'mia', key: string = newId('key')) {
  const claims = { sub: as, roles: as === 'mia' ? '[manager]' : '[auditor]' };
  const headers: Record<string, string> = entry === 'resend' ? { 'idempotency-key': key } : {};
  const answer = await entries[entry]?.(httpEvent({ path: { caseId, ...(mailId && { mailId }) }, claims, headers }));
  return { status: answer?.statusCode, body: JSON.parse(answer?.body ?? '{}') };
}
const mails = async (): Promise<{ mailId: string; letter: string; state: string }[]> => (await call('list')).body.items;
const unknown = async () => (await mails()).find(({ state }) => state === 'unconfirmed')?.mailId ?? '';
const invitations = () => office.posted.filter(({ text }) => text.includes('/surveys/'));

test('the mails of a case are listed with what is known of each, and no address', async () => {
  expect(await mails()).toMatchObject([
    { letter: 'case-closed', to: customerId, state: 'sent', at: monday },
    { letter: 'survey-invitation', to: customerId, state: 'unconfirmed' },
  ]);
  expect(JSON.stringify(await call('list', '', 'audrey'))).not.toContain('@');
});

describe('a mail of unknown outcome', () => {
  test('goes out again, once, when a manager asks for it, and the history says who answers for that', async () => {
    const mailId = await unknown();
    expect(await call('resend', mailId)).toMatchObject({ status: 200, body: { mailId, state: 'resend-asked' } });
    await bringAll();
    await bringAll();
    expect(invitations()).toHaveLength(1);
    expect((await mails()).map(({ state }) => state)).toEqual(['sent', 'resend-asked', 'sent']);
    const asked = (await world.cases.history(caseId)).find(({ fact }) => fact.kind === 'mail-resend-asked');
    expect(asked?.by).toBe('mia');
  });

  test('is sent again once though two managers ask, and a repeated request gets the same answer', async () => {
    const mailId = await unknown();
    const first = await call('resend', mailId, 'mia', 'key');
    expect(await call('resend', mailId, 'mia', 'key')).toEqual(first);
    expect((await call('resend', mailId)).body).toMatchObject({ status: 409, state: 'resend-asked' });
    await bringAll();
    expect(invitations()).toHaveLength(1);
  });

  test('can be lost a second time, and be sent again once more', async () => {
    await call('resend', await unknown());
    office.vanishNext();
    await expect(bringAll()).rejects.toThrow('socket hang up');
    await bringAll();
    await call('resend', await unknown());
    await bringAll();
    expect(invitations()).toHaveLength(1);
    expect((await mails()).at(-1)).toMatchObject({ letter: 'survey-invitation', state: 'sent' });
  });

  test('that SES tells of after all is known to be sent, also when it was sent again', async () => {
    const mailId = await unknown();
    await call('resend', mailId);
    await recordMailOutcome(world, { mailId, outcome: 'sent' }, monday);
    expect((await mails())[1]).toMatchObject({ mailId, state: 'sent' });
  });
});

test('a mail that is known to be sent, or that was never sent, is not sent again', async () => {
  const [closed] = await mails();
  expect((await call('resend', closed?.mailId)).status).toBe(409);
  expect((await call('resend', 'f'.repeat(32))).status).toBe(404);
  const digest = { mailId: 'd'.repeat(32), letter: 'task-reminder', to: 'ann' } as const;
  await happens({ kind: 'mail-unconfirmed', data: digest });
  expect((await call('resend', digest.mailId)).status).toBe(409);
});
