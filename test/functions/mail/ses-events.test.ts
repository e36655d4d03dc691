import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../functions/shared/ids.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';

const { db } = await startEntries({});
const world = mailWorld(db, postOffice());
let handler: (event: unknown) => Promise<void>;
beforeAll(async () => {
  ({ handler } = await import('../../../functions/mail/record-mail-outcome.event.ts'));
});

let to: string;
let caseId: string;
let mailId: string;
beforeEach(async () => {
  [to, caseId, mailId] = [newId('cus'), newId('case'), newId('mail')];
  await world.vault.putContact(to, amir);
  await world.cases.change(caseId, { by: 'app', at: monday }, () => [f.opened]);
  const { version: contact = '' } = (await world.vault.contact(to)) ?? {};
  await world.mails.claim({ mailId, letter: 'accounts-frozen', to, contact, at: monday, attempt: 'first', caseId });
});
const tells = (eventType: string, more: object = {}, mail = mailId) =>
  handler({ source: 'aws.ses', detail: { eventType, mail: { messageId: 'm', tags: { mail: [mail] } }, ...more } });
const bounced = async () => Boolean((await world.vault.contact(to))?.bouncedAt);

describe('what SES tells of a mail', () => {
  test('a dead address is written to no more', async () => {
    await tells('Bounce', { bounce: { bounceType: 'Permanent', bouncedRecipients: [] } });
    expect(await bounced()).toBe(true);
    expect((await world.cases.history(caseId)).at(-1)?.fact.kind).toBe('mail-bounced');
  });

  test('a mailbox that is full passes by itself', async () => {
    await tells('Bounce', { bounce: { bounceType: 'Transient' } });
    expect(await bounced()).toBe(false);
  });

  test('a complaint ends the mail to that address', async () => {
    await tells('Complaint', { complaint: {} });
    expect(await bounced()).toBe(true);
  });

  test('a mail that was sent is known to have been sent', async () => {
    await tells('Send');
    expect(await world.mails.find(mailId)).toMatchObject({ state: 'sent' });
  });

  test('of a mail that nobody here sent is passed over', async () => {
    await tells('Bounce', { bounce: { bounceType: 'Permanent' } }, 'unknown');
    expect(await bounced()).toBe(false);
  });
});
