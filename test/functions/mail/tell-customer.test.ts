import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { mailId as idOf } from '../../../functions/mail/mail.ts';
import { recordMailOutcome } from '../../../functions/mail/record-mail-outcome.ts';
import { letterAfter, tellCustomer } from '../../../functions/mail/tell-customer.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { followers } from '../../../infra/followers.ts';
import { anyFact } from '../../support/any-fact.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { startTables } from '../../support/tables.ts';

const { db } = startTables();
const change = { by: 'workflow', at: monday };
const freezeCompleted: CaseFact = { kind: 'freeze-completed', data: { accounts: 3, cards: 2 } };

let office: ReturnType<typeof postOffice>;
let world: ReturnType<typeof mailWorld>;
let customerId: string;
let caseId: string;
async function begin(): Promise<void> {
  office = postOffice();
  world = mailWorld(db, office);
  customerId = newId('cus');
  caseId = newId('case');
  await world.vault.putContact(customerId, amir);
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  await world.cases.change(caseId, change, () => [{ kind: 'case-opened', data }]);
}
beforeEach(begin);

const happens = (...facts: CaseFact[]) => world.cases.change(caseId, change, () => facts);
/** What the stream does with every event, in order. */
async function bringAll(on = world): Promise<void> {
  for (const event of await world.cases.history(caseId)) await tellCustomer(on, event, monday);
}
const mailFacts = async () =>
  (await world.cases.history(caseId)).map((event) => event.fact.kind).filter((kind) => kind.startsWith('mail-'));
const mailId = () => office.posted[0]?.mailId ?? '';
const report = (outcome: 'sent' | 'bounced' | 'complained-about', id = mailId()) =>
  recordMailOutcome(world, { mailId: id, outcome }, monday);

test('the customer is told once of the freeze, of the close, and asked once', async () => {
  await happens(freezeCompleted, f.closed, f.invited(), {
    kind: 'survey-reminded',
    data: { cycle: 1, expiresAt: monday },
  });
  await bringAll();
  await bringAll();
  expect(office.posted).toHaveLength(4);
  expect(new Set(office.posted.map((mail) => mail.subject)).size).toBeGreaterThan(2);
  expect(await mailFacts()).toEqual(Array(4).fill('mail-sent'));
});

test('the stack calls for every happening that a letter may follow from, and for no other', () => {
  const then = { notice: 'with-survey', status: 'closed', cycle: 1 } as const;
  const told = fc.sample(anyFact, 5000).filter((fact) => letterAfter(fact, then));
  expect([...new Set(told.map(({ kind }) => kind))].sort()).toEqual([...followers.TellCustomer.kinds].sort());
});

test('what else happens is followed by no letter', async () => {
  await happens(f.freezePlanned('acc_1'), f.frozen('acc_1'), f.taskOpened('triage', { in: caseId }));
  await bringAll();
  expect(office.posted).toEqual([]);
});

test('the link to the survey is in the mail, and nowhere in the history', async () => {
  await happens(f.closed, f.invited());
  await bringAll();
  const token = /surveys\/([\w-]{43})/.exec(office.posted[1]?.text ?? '')?.[1] ?? '';
  expect(await world.invitations.find(token)).toMatchObject({ caseId, cycle: 1 });
  expect(JSON.stringify(await world.cases.history(caseId))).not.toContain(token);
});

test('a customer without an address is told nothing, and the history says so', async () => {
  customerId = newId('cus');
  caseId = newId('case');
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  await happens({ kind: 'case-opened', data }, freezeCompleted);
  await bringAll();
  await bringAll();
  expect(await mailFacts()).toEqual(['mail-not-sent']);
});

test('killed at any call, the freeze is told at least once and recorded once', async () => {
  await killedAtEveryCall(async (kill, where) => {
    await begin();
    await happens(freezeCompleted);
    await bringAll(mailWorld(kill(db), office)).catch(() => undefined);
    await bringAll();
    expect(office.posted.length, where).toBeGreaterThan(0);
    expect(office.posted.length, where).toBeLessThan(3);
    expect(await mailFacts(), where).toEqual(['mail-sent']);
  });
});

test('killed at any call, the survey is asked for at most once, and the history says what is known', async () => {
  let lost = 0;
  await killedAtEveryCall(async (kill, where) => {
    await begin();
    await happens({ ...f.closed, kind: 'case-closed' } as CaseFact);
    await bringAll();
    await happens(f.invited());
    const asked = () => office.posted.slice(1);
    await bringAll(mailWorld(kill(db), office)).catch(() => undefined);
    await bringAll();
    expect(asked().length, where).toBeLessThan(2);
    const [, known] = await mailFacts();
    expect(known, where).toMatch(/^mail-(sent|unconfirmed)$/);
    if (asked().length === 0) {
      expect(known, where).toBe('mail-unconfirmed');
      lost++;
    }
  });
  expect(lost).toBeLessThanOrEqual(6); // from the claim up to the sending
});

describe('what SES reports later', () => {
  beforeEach(() => happens(freezeCompleted));

  test('a bounce ends mail to that address, and the case goes on without', async () => {
    await bringAll();
    await report('bounced');
    await report('bounced');
    await happens(f.closed);
    await bringAll();
    expect(office.posted).toHaveLength(1);
    expect(await mailFacts()).toEqual(['mail-sent', 'mail-bounced', 'mail-not-sent']);
  });

  test('a bounce of the address somebody had before leaves the new one alive', async () => {
    await bringAll();
    await world.vault.putContact(customerId, { ...amir, email: 'amir@new.example' });
    await report('bounced');
    await happens(f.closed);
    await bringAll();
    expect(office.posted.map((mail) => mail.to)).toEqual(['amir@example.org', 'amir@new.example']);
    expect(await mailFacts()).toEqual(['mail-sent', 'mail-bounced', 'mail-sent']);
  });

  test('a mail that went out again to a new address is known to have gone there', async () => {
    office.vanishNext();
    await expect(bringAll()).rejects.toThrow();
    await world.vault.putContact(customerId, { ...amir, email: 'amir@new.example' });
    await bringAll();
    await report('bounced');
    expect(await world.vault.contact(customerId)).toMatchObject({ bouncedAt: monday });
  });

  test('no address leaves the vault: a claim knows the version of the contact only', async () => {
    await bringAll();
    const { contact } = (await world.mails.find(mailId())) ?? {};
    expect(contact).toBe((await world.vault.contact(customerId))?.version);
    expect(JSON.stringify(await world.mails.find(mailId()))).not.toContain('amir@');
  });

  test('a complaint does, too', async () => {
    await bringAll();
    await report('complained-about');
    await happens(f.closed);
    await bringAll();
    expect(await mailFacts()).toEqual(['mail-sent', 'mail-complained-about', 'mail-not-sent']);
  });

  test('a delivery that is told of while the outcome is being recorded as unknown is not lost', async () => {
    const { version: seq } = await happens(f.closed, f.invited());
    const invited = (await world.cases.history(caseId)).find((event) => event.seq === seq);
    if (!invited) throw new Error('the invitation is the last event');
    office.vanishNext();
    await expect(tellCustomer(world, invited, monday)).rejects.toThrow();
    const id = idOf(caseId, 'survey-invitation', seq, customerId);
    const change: typeof world.cases.change = async (...asked) => {
      await report('sent', id);
      return world.cases.change(...asked);
    };
    await tellCustomer({ ...world, cases: { ...world.cases, change } }, invited, monday);
    expect(await mailFacts()).toEqual(['mail-unconfirmed', 'mail-sent']);
  });

  test('a delivery confirms a mail whose outcome was unknown, once', async () => {
    await happens(f.closed, f.invited());
    const [, , , invited] = await world.cases.history(caseId);
    if (!invited) throw new Error('the invitation is the fourth event');
    office.vanishNext();
    await expect(tellCustomer(world, invited, monday)).rejects.toThrow();
    await tellCustomer(world, invited, monday);
    expect(await mailFacts()).toEqual(['mail-unconfirmed']);
    const [id = ''] = Object.keys((await world.cases.load(caseId)).mails);
    await report('sent', id);
    await report('sent', id);
    expect(await mailFacts()).toEqual(['mail-unconfirmed', 'mail-sent']);
  });

  test('a delivery that is told before the sender has recorded it changes nothing', async () => {
    await bringAll();
    await report('sent');
    expect(await mailFacts()).toEqual(['mail-sent']);
  });

  test('a mail that nobody here sent is none of ours', async () => {
    await report('bounced', 'unknown');
    expect(await mailFacts()).toEqual([]);
  });

  test('a bounce of somebody who was forgotten meanwhile is no error', async () => {
    const stranger = newId('cus');
    const about = { mailId: stranger, to: stranger, contact: 'forgotten', at: monday, caseId };
    await world.mails.claim({ ...about, letter: 'accounts-frozen', attempt: 'first' });
    await report('bounced', stranger);
    expect(await mailFacts()).toEqual(['mail-bounced']);
  });
});
