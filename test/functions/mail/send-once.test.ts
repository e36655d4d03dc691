import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { beforeEach, describe, expect, test } from 'vitest';
import { delivery, LetterKind } from '../../../functions/mail/mail.ts';
import { sendOnce, type Write } from '../../../functions/mail/send-once.ts';
import { MailRefused } from '../../../functions/mail/ses-mail.ts';
import type { Letter } from '../../../functions/mail/words/letter.ts';
import { renderMail } from '../../../functions/mail/words/render-mail.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { dying } from '../../support/dying.ts';
import { monday } from '../../support/given.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { startTables } from '../../support/tables.ts';

const { db } = startTables();
const letter: Letter = {
  kind: 'survey-reminder',
  caseId: 'case_1',
  url: 'https://bank.example/s/1',
  expiresAt: monday,
};
const write: Write = async () => (reader, sender) => renderMail(letter, reader, sender);

let office: ReturnType<typeof postOffice>;
let world: ReturnType<typeof mailWorld>;
let to: string;
let mailId: string;
beforeEach(async () => {
  office = postOffice();
  world = mailWorld(db, office);
  to = newId('cus');
  mailId = newId('mail');
  await world.vault.putContact(to, amir);
});
const send = (kind: LetterKind = 'survey-reminder', on = world) =>
  sendOnce(on, { mailId, letter: kind, to, at: monday }, write);

test('a mail is sent once, however often it is asked for', async () => {
  expect([await send(), await send(), await send()]).toEqual(['sent', 'sent', 'sent']);
  expect(office.posted).toMatchObject([{ to: 'amir@example.org', mailId }]);
});

const bounce = async () => world.vault.markBounced(to, (await world.vault.contact(to))?.version ?? '', monday);

test.each(LetterKind.options)('nobody is written to whose address is unknown or dead: %s', async (kind) => {
  await bounce();
  expect(await send(kind)).toBe('address-bounced');
  to = newId('cus');
  expect(await send(kind)).toBe('no-address');
  expect(office.posted).toEqual([]);
});

test('a new address is written to again', async () => {
  await bounce();
  await world.vault.putContact(to, amir);
  expect(await send()).toBe('sent');
});

describe.each(LetterKind.options)('%s: killed and tried again', (kind) => {
  const atMostOnce = delivery[kind] === 'at-most-once';
  // The calls of a mail: 1 reads the contact, 2 claims, 3 keeps what will be sent, then it is sent, 4 marks it as sent.
  test.each([
    ['before the claim', { call: 2, when: 'before' }, 1],
    ['between the claim and the keeping', { call: 2, when: 'after' }, atMostOnce ? 0 : 1],
    ['between the keeping and the sending', { call: 3, when: 'after' }, atMostOnce ? 0 : 1],
    ['between the sending and the mark', { call: 4, when: 'before' }, atMostOnce ? 1 : 2],
    ['after the mark', { call: 4, when: 'after' }, 1],
  ] as const)('%s', async (_, at, mails) => {
    await expect(send(kind, mailWorld(dying(db, at).client, office))).rejects.toThrow();
    const again = await send(kind);
    const began = at.call + (at.when === 'after' ? 1 : 0);
    const unknown = atMostOnce && began > 2 && began < 5;
    expect(again).toBe(unknown ? 'unconfirmed' : 'sent');
    expect(office.posted).toHaveLength(mails);
  });
});

describe('when SES', () => {
  test.each(LetterKind.options)('refuses a mail, it is tried again (%s)', async (kind) => {
    office.refuseNext();
    await expect(send(kind)).rejects.toThrow(MailRefused);
    expect(office.posted).toEqual([]);
    expect(await send(kind)).toBe('sent');
    expect(office.posted).toHaveLength(1);
  });

  test('gives no answer, a mail that must not come twice is left alone', async () => {
    office.vanishNext();
    await expect(send('survey-invitation')).rejects.toThrow('socket hang up');
    expect(await send('survey-invitation')).toBe('unconfirmed');
  });

  test('gives no answer, a mail that must not be missed is sent again', async () => {
    office.vanishNext();
    await expect(send('accounts-frozen')).rejects.toThrow('socket hang up');
    expect(await send('accounts-frozen')).toBe('sent');
  });
});

test('a letter that could not be written was certainly not sent, and is tried again', async () => {
  const fails: Write = async () => {
    throw new Error('the table is throttled');
  };
  await expect(sendOnce(world, { mailId, letter: 'survey-reminder', to, at: monday }, fails)).rejects.toThrow(
    'throttled',
  );
  expect(await send()).toBe('sent');
});

describe('of two attempts at a letter that must not be missed', () => {
  const cannotBeWritten: Write = async () => {
    throw new Error('the table is throttled');
  };
  const attempt = (write: Write) => sendOnce(world, { mailId, letter: 'accounts-frozen', to, at: monday }, write);

  test('the second leaves the claim, when it fails, of the first that may have sent it', async () => {
    office.vanishNext();
    await expect(attempt(write)).rejects.toThrow('socket hang up');
    await expect(attempt(cannotBeWritten)).rejects.toThrow('throttled');
    expect(await world.mails.find(mailId)).toMatchObject({ state: 'claimed' });
  });

  test('the first, failing late, takes nothing from the second that has sent it', async () => {
    const overtaken: Write = async () => {
      expect(await attempt(write)).toBe('sent');
      return cannotBeWritten();
    };
    await expect(attempt(overtaken)).rejects.toThrow('throttled');
    expect(await world.mails.find(mailId)).toMatchObject({ state: 'sent' });
    expect(await attempt(write)).toBe('sent');
    expect(office.posted).toHaveLength(1);
  });
});

test('a claim whose answer was lost is still one’s own, and the mail is sent', async () => {
  const losingAnswers = {
    send: async (command: never) => {
      if ((command as unknown) instanceof PutItemCommand) await db.send(command);
      return db.send(command);
    },
  } as unknown as typeof db;
  expect(await send('survey-invitation', mailWorld(losingAnswers, office))).toBe('sent');
  expect(office.posted).toHaveLength(1);
});

test('a mail says that a machine wrote it, so that no machine answers it (zammad#1131, RFC 3834)', async () => {
  let headers: unknown;
  const client: typeof office.client = {
    send: async (command: { input: object }) => {
      headers = (command as SendEmailCommand).input.Content?.Simple?.Headers;
      return {};
    },
  } as never;
  await send('task-reminder', mailWorld(db, { client }));
  expect(headers).toContainEqual({ Name: 'Auto-Submitted', Value: 'auto-generated' });
});

test('a mail that asks can be ended by one click of the mail program (RFC 8058), and no other mail offers that', () => {
  const headersOf = async (unsubscribe?: string) => {
    let headers: { Name?: string | undefined; Value?: string | undefined }[] = [];
    const client: typeof office.client = {
      send: async (command: { input: object }) => {
        headers = (command as SendEmailCommand).input.Content?.Simple?.Headers ?? [];
        return {};
      },
    } as never;
    const words = { subject: 's', text: 't', html: 'h', ...(unsubscribe && { unsubscribe }) };
    await mailWorld(db, { client }).post.send({ mailId: 'm', letter: 'survey-invitation' }, 'a@example.org', words);
    return headers.map(({ Name, Value }) => `${Name}: ${Value}`);
  };
  return Promise.all([
    expect(headersOf('https://bank.example/surveys/x/unsubscribe')).resolves.toEqual([
      'Auto-Submitted: auto-generated',
      'List-Unsubscribe: <https://bank.example/surveys/x/unsubscribe>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ]),
    expect(headersOf()).resolves.toEqual(['Auto-Submitted: auto-generated']),
  ]);
});
