import { beforeEach, expect, test } from 'vitest';
import { mailId } from '../../../functions/mail/mail.ts';
import { tellCustomer } from '../../../functions/mail/tell-customer.ts';
import { newId } from '../../../functions/shared/ids.ts';
import * as f from '../../support/facts.ts';
import { customer, monday } from '../../support/given.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { startTables } from '../../support/tables.ts';

const { db } = startTables();
let office: ReturnType<typeof postOffice>;
let world: ReturnType<typeof mailWorld>;
let caseId: string;
beforeEach(async () => {
  office = postOffice();
  world = mailWorld(db, office);
  caseId = newId('case');
  await world.vault.putContact(customer, amir);
  await world.cases.change(caseId, { by: 'app', at: monday }, () => [
    f.opened,
    f.freezeCompleted,
    f.closed,
    f.invited(),
  ]);
});
async function tell(seq: number) {
  const event = (await world.cases.history(caseId))[seq - 1];
  if (event) await tellCustomer(world, event, monday);
}

test('a mail is kept in the vault as it was sent', async () => {
  await tell(2);
  const kept = await world.vault.sentMail(customer, mailId(caseId, 'accounts-frozen', 2, customer));
  expect(kept).toMatchObject({ letter: 'accounts-frozen', at: monday });
  expect([kept?.subject, kept?.text]).toEqual([office.posted[0]?.subject, office.posted[0]?.text]);
});

test('the link of a survey is kept from everybody but its reader', async () => {
  await tell(4);
  const [link = ''] = office.posted[0]?.text.match(/https:\S+/) ?? [];
  const kept = await world.vault.sentMail(customer, mailId(caseId, 'survey-invitation', 4, customer));
  const token = link.match(/surveys\/([\w-]{20,})/)?.[1] ?? 'none';
  expect(token.length).toBeGreaterThan(20);
  expect(JSON.stringify(kept)).not.toContain(token);
  expect(kept?.html).toContain('/surveys/…');
});

test('a mail that cannot be kept is not sent, and goes out when it can be', async () => {
  const { keepMail } = world.vault;
  world.vault.keepMail = () => Promise.reject(new Error('no answer'));
  await expect(tell(2)).rejects.toThrow('no answer');
  expect(office.posted).toEqual([]);
  world.vault.keepMail = keepMail;
  await tell(2);
  expect(office.posted).toHaveLength(1);
});

test('a mail that nobody was sent is not there', async () => {
  expect(await world.vault.sentMail(customer, mailId(caseId, 'case-closed', 3, customer))).toBeUndefined();
});
