import { beforeEach, describe, expect, test } from 'vitest';
import { recordMailOutcome } from '../../../functions/mail/record-mail-outcome.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { remindOrStop } from '../../../functions/survey/remind-customer.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { given, monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';

const { db } = await startEntries({ customer: 'own', agent: 'any' });
const world = mailWorld(db, postOffice());
type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
const put: Handler = (await import('../../../functions/survey/put-consent.api.ts')).handler;
const get: Handler = (await import('../../../functions/survey/get-consent.api.ts')).handler;

let customerId: string;
beforeEach(async () => {
  customerId = newId('cus');
  await world.vault.putContact(customerId, amir);
});
const call = async (handler: Handler, role: 'customer' | 'agent', body?: unknown) => {
  const claims = { sub: role === 'customer' ? customerId : 'ann', roles: role };
  const reply = await handler(httpEvent({ path: { personId: customerId }, claims, body }));
  return { status: reply.statusCode, body: JSON.parse(reply.body ?? 'null') };
};
const ask = (about: string, consent: 'opt-out' | 'opt-in' = 'opt-out') =>
  world.ledger.claim(customerId, about, monday, { most: 9, inDays: 90, consent });
const record = async () =>
  (await world.records.history(customerId)).map(({ by, fact }) => [
    by,
    fact.kind,
    'surveys' in fact.data && fact.data.surveys,
  ]);

describe('whether somebody wants surveys', () => {
  test('is said by the customer, holds for every survey, and can be taken back', async () => {
    expect((await call(put, 'customer', { surveys: 'no' })).body).toMatchObject({
      customerId,
      surveys: 'no',
      asked: 0,
    });
    expect(await ask('case_a.1.1')).toBe('opted-out');
    expect(await ask('campaign_x')).toBe('opted-out');
    expect((await call(put, 'customer', { surveys: 'yes' })).body).toMatchObject({ surveys: 'yes' });
    expect(await ask('case_a.1.1')).toBe('claimed');
  });

  test('is noted by a colleague whom they told, and the record says who noted it, once', async () => {
    await call(put, 'agent', { surveys: 'no' });
    await call(put, 'agent', { surveys: 'no' });
    await call(put, 'customer', { surveys: 'yes' });
    expect(await record()).toEqual([
      ['ann', 'consent-said', 'no'],
      [customerId, 'consent-said', 'yes'],
    ]);
  });

  test('is shown with since when, and how often they were asked', async () => {
    expect((await call(get, 'agent')).body).toEqual({ customerId, surveys: 'not-said', asked: 0 });
    await ask('case_a.1.1');
    await call(put, 'customer', { surveys: 'yes' });
    const { body } = await call(get, 'customer');
    expect(body).toMatchObject({ surveys: 'yes', asked: 1 });
    expect(Date.parse(body.since)).toBeGreaterThan(0);
  });

  test('where silence is no, nobody is asked who has not said yes', async () => {
    expect(await ask('case_a.1.1', 'opt-in')).toBe('no-consent');
    await call(put, 'agent', { surveys: 'yes' });
    expect(await ask('case_a.1.1', 'opt-in')).toBe('claimed');
  });

  test('is yes or no: anything else is refused and changes nothing', async () => {
    expect((await call(put, 'customer', { surveys: 'later' })).status).toBe(400);
    expect((await call(put, 'customer', {})).status).toBe(400);
    expect(await record()).toEqual([]);
  });
});

describe('somebody who was asked and then says that they want no surveys', () => {
  const invited = given(f.opened, f.closed, f.invited());

  test('gets no reminder, and the history says why (chatwoot#12865)', () => {
    const over = remindOrStop({ cycle: 1 }, 1, 'no')(invited);
    expect(over).toEqual([{ kind: 'survey-declined', data: { cycle: 1, through: 'opt-out' } }]);
    expect(given(f.opened, f.closed, f.invited(), ...over).surveys).toMatchObject([{ status: 'declined' }]);
  });

  test('keeps the answer they gave before', () => {
    expect(remindOrStop({ cycle: 1 }, 1, 'no')(given(f.opened, f.closed, f.invited(), f.answered()))).toEqual([]);
  });

  test('while whoever says nothing, or yes, is reminded', () => {
    for (const wants of [undefined, 'yes'] as const)
      expect(remindOrStop({ cycle: 1 }, 1, wants)(invited)).toMatchObject([{ kind: 'survey-reminded' }]);
  });
});

describe('somebody who calls a mail of ours spam', () => {
  const complain = async (
    letter: 'survey-invitation' | 'accounts-frozen' | 'task-reminder',
    outcome: 'complained-about' | 'bounced',
  ) => {
    const { version } = (await world.vault.contact(customerId)) ?? { version: '' };
    const caseId = newId('case');
    const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
    await world.cases.change(caseId, { by: 'app', at: monday }, () => [{ kind: 'case-opened', data }]);
    const mailId = newId('mail');
    await world.mails.claim({ mailId, letter, to: customerId, contact: version, at: monday, attempt: 'first', caseId });
    for (const _ of [1, 2]) await recordMailOutcome(world, { mailId, outcome }, monday);
  };

  test('is never asked again, not even at a new address, whatever the mail was', async () => {
    await complain('accounts-frozen', 'complained-about');
    await world.vault.putContact(customerId, { ...amir, email: 'amir@new.example' });
    expect(await ask('case_a.1.1')).toBe('opted-out');
    expect(await record()).toEqual([['mail', 'consent-said', 'no']]);
  });

  test('is not the same as somebody whose address is dead: they may be asked at the next one', async () => {
    await complain('survey-invitation', 'bounced');
    expect(await ask('case_a.1.1')).toBe('claimed');
    expect(await record()).toEqual([]);
  });

  test('a colleague who calls a reminder of a task spam says nothing about surveys', async () => {
    await complain('task-reminder', 'complained-about');
    expect(await record()).toEqual([]);
  });
});
