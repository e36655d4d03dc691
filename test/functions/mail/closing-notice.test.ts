import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { tellCustomer } from '../../../functions/mail/tell-customer.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { startTables } from '../../support/tables.ts';

// By policy the question how it went goes with the closing notice: one mail, not two.
const { db } = startTables();
const change = { by: 'workflow', at: monday };
const expiresAt = '2026-12-07T09:00:00.000Z';
const closed: CaseFact = {
  kind: 'case-closed',
  data: { resolution: 'no-fraud-found', reopenUntil: f.reopenUntil, notice: 'with-survey' },
};
const invited: CaseFact = { kind: 'survey-invited', data: { cycle: 1, expiresAt, with: 'closing-notice' } };
const notAsked: CaseFact = { kind: 'survey-not-asked', data: { cycle: 1, reason: 'contact-budget-spent' } };

let office: ReturnType<typeof postOffice>;
let world: ReturnType<typeof mailWorld>;
let caseId: string;
async function begin(): Promise<void> {
  office = postOffice();
  world = mailWorld(db, office);
  const customerId = newId('cus');
  caseId = newId('case');
  await world.vault.putContact(customerId, amir);
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  await world.cases.change(caseId, change, () => [{ kind: 'case-opened', data }]);
}
beforeEach(begin);
const happens = (...facts: CaseFact[]) => world.cases.change(caseId, change, () => facts);
async function bringAll(on = world): Promise<void> {
  for (const event of await world.cases.history(caseId)) await tellCustomer(on, event, monday);
}
const lettersSent = async () =>
  (await world.cases.history(caseId)).flatMap(({ fact }) => (fact.kind === 'mail-sent' ? [fact.data.letter] : []));
const linkIn = (text = '') => /surveys\/([\w-]{43})/.exec(text)?.[1];

test('one mail says that the case is closed and asks how it went, and there is no second invitation', async () => {
  await happens(closed, invited);
  await bringAll();
  await bringAll();
  expect(office.posted).toHaveLength(1);
  const [mail] = office.posted;
  expect(mail?.text).toContain('No fraud found');
  expect(await world.invitations.find(linkIn(mail?.text) ?? '')).toMatchObject({ caseId, cycle: 1 });
  expect(await lettersSent()).toEqual(['case-closed']);
});

test('it waits until it is known whether the customer is asked', async () => {
  await happens(closed);
  await bringAll();
  expect(office.posted).toEqual([]);
});

test('a customer who is not asked is told all the same, without a question', async () => {
  await happens(closed, notAsked);
  await bringAll();
  await bringAll();
  expect(office.posted).toHaveLength(1);
  expect(linkIn(office.posted[0]?.text)).toBeUndefined();
});

test('a customer whose case was taken up again meanwhile is not told that it is closed', async () => {
  await happens(closed, f.reopened(), { kind: 'survey-not-asked', data: { cycle: 1, reason: 'reopened' } });
  await bringAll();
  expect(await lettersSent()).toEqual(['case-reopened']);
});

test('a reminder comes as a letter of its own', async () => {
  await happens(closed, invited, { kind: 'survey-reminded', data: { cycle: 1, number: 1, expiresAt } });
  await bringAll();
  expect(await lettersSent()).toEqual(['case-closed', 'survey-reminder']);
});

test('what is said of a second asking, after a recovery, brings no second closing notice', async () => {
  await happens(closed, invited, {
    kind: 'survey-not-asked',
    data: { cycle: 1, round: 2, reason: 'contact-budget-spent' },
  });
  await bringAll();
  expect(await lettersSent()).toEqual(['case-closed']);
});

describe('where it goes by itself, as it is shipped', () => {
  test('the notice goes at once and the invitation later', async () => {
    await happens(f.closed, f.invited());
    await bringAll();
    expect(await lettersSent()).toEqual(['case-closed', 'survey-invitation']);
  });

  test('who is not asked gets one notice', async () => {
    await happens(f.closed, notAsked);
    await bringAll();
    expect(await lettersSent()).toEqual(['case-closed']);
  });
});

test('killed at any call, the customer is told at least once, and it is recorded once', async () => {
  await killedAtEveryCall(async (kill, where) => {
    await begin();
    await happens(closed, invited);
    await bringAll(mailWorld(kill(db), office)).catch(() => undefined);
    await bringAll();
    expect(office.posted.length, where).toBeGreaterThan(0);
    expect(office.posted.length, where).toBeLessThan(3);
    expect(await lettersSent(), where).toEqual(['case-closed']);
  });
});
