import { beforeEach, describe, expect, test } from 'vitest';
import { caseStore, fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { customerRecordStore } from '../../../functions/customer/customer-record-store.ts';
import { personStore } from '../../../functions/customer/person-store.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { applyRetention } from '../../../functions/retention/apply-retention.ts';
import { RetentionRules, shippedRetention } from '../../../functions/retention/retention.ts';
import { walkStore } from '../../../functions/retention/retention-store.ts';
import { verifyChain } from '../../../functions/shared/chain.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, day } from '../../../functions/shared/now.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { type Happened, monday } from '../../support/given.ts';
import { amir } from '../../support/mail-world.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const rules: RetentionRules = { conversations: 100, notes: 200, comments: 150, mails: 300 };
let { db } = startTables();
const worldOver = (client: typeof db, value = rules) => ({
  rules: { inForce: async () => ({ version: 7, value }) },
  walk: walkStore(client, tableNames.CASE_VIEWS_TABLE),
  cases: caseStore(client, tableNames.CASE_EVENTS_TABLE),
  views: caseViewStore(client, tableNames.CASE_VIEWS_TABLE),
  people: personStore(client, tableNames.VAULT_TABLE),
  records: customerRecordStore(client, tableNames.CUSTOMER_RECORDS_TABLE),
});

let world: ReturnType<typeof worldOver>;
let customerId: string;
let caseId: string;
async function begin(): Promise<void> {
  ({ db } = startTables());
  world = worldOver(db);
  customerId = newId('cus');
  caseId = await caseWith(f.closed);
}
/** A case in which something was said, noted, commented and mailed, with this at its end. */
async function caseWith(...end: Happened[]): Promise<string> {
  const id = newId('case');
  const vault = vaultStore(db, tableNames.VAULT_TABLE);
  await vault.putContact(customerId, amir);
  const keep = (what: string) => vault.keepText(customerId, `${what}_${id}`, `what stands in a ${what}`);
  const [textId, noteId, commentId] = [await keep('int'), await keep('note'), await keep('comment')];
  const mailId = newId('mail');
  await vault.keepMail(customerId, mailId, { letter: 'case-closed', at: monday, subject: 's', text: 't', html: 'h' });
  const opened = { ...f.opened, data: { ...(f.opened.data as object), customerId } };
  const said = { ...f.said('inbound'), data: { ...(f.said('inbound').data as object), textId } };
  const noted = { kind: 'waiting-started', data: { reason: 'customer-documents', closeAt: monday, noteId } };
  const mailed = { kind: 'mail-sent', data: { mailId, letter: 'accounts-frozen', to: customerId } };
  const commented = { kind: 'survey-answered', data: { cycle: 1, score: 5, commentId } };
  const facts = [opened, said, noted, mailed, f.waited, ...end, commented] as (typeof f.opened)[];
  await world.cases.change(id, { by: 'app', at: monday }, () => facts);
  const events = await world.cases.history(id);
  await world.views.project(fold(events), events.length, []);
  return id;
}
beforeEach(begin);

const afterDays = (days: number) => after(monday, days * day);
const rowsLeft = async (of = caseId) =>
  (await world.people.everything(customerId))
    .map(({ sk }) =>
      sk
        .replace(`_${of}`, '')
        .replace(/^mail#.*/, 'mail')
        .replace('text#', ''),
    )
    .filter((sk) => ['int', 'note', 'comment', 'mail'].includes(sk))
    .sort();
const applied = async () =>
  (await world.records.history(customerId)).flatMap(({ by, fact }) =>
    fact.kind === 'retention-applied'
      ? [[by, fact.data.class, fact.data.policy, fact.data.rows, fact.data.caseId]]
      : [],
  );

describe('what was kept long enough goes', () => {
  test('each class in its own time after the case ended, and not a day before', async () => {
    await applyRetention(world, afterDays(99));
    expect(await rowsLeft()).toEqual(['comment', 'int', 'mail', 'note']);
    await applyRetention(world, afterDays(100));
    expect(await rowsLeft()).toEqual(['comment', 'mail', 'note']);
    await applyRetention(world, afterDays(160));
    expect(await rowsLeft()).toEqual(['mail', 'note']);
    await applyRetention(world, afterDays(400));
    expect(await rowsLeft()).toEqual([]);
  });

  test('and is recorded: by which version of the policy, of which case and class, how much, once', async () => {
    await applyRetention(world, afterDays(120));
    await applyRetention(world, afterDays(122));
    expect(await applied()).toEqual([['retention', 'conversations', 7, 1, caseId]]);
    expect(verifyChain(await world.records.history(customerId))).toMatchObject({ ok: true });
  });

  test('while every chain of events still holds, and how to reach the customer stays', async () => {
    await applyRetention(world, afterDays(400));
    expect(verifyChain(await world.cases.history(caseId))).toMatchObject({ ok: true });
    expect((await world.people.everything(customerId)).map(({ sk }) => sk)).toEqual(['contact']);
  });

  test('of a case that was cancelled, too', async () => {
    const cancelled = await caseWith(f.cancelled);
    await applyRetention(world, afterDays(120));
    expect(await rowsLeft(cancelled)).not.toContain('int');
  });
});

describe('what may still be needed stays', () => {
  test('of a customer under legal hold, until it is lifted', async () => {
    await world.records.change(customerId, { by: 'mia', at: monday }, () => ({
      kind: 'legal-hold-placed',
      data: { reason: 'court-proceedings' },
    }));
    await applyRetention(world, afterDays(400));
    expect(await rowsLeft()).toHaveLength(4);
    expect(await applied()).toEqual([]);
    await world.records.change(customerId, { by: 'mia', at: monday }, () => ({ kind: 'legal-hold-lifted', data: {} }));
    await applyRetention(world, afterDays(402));
    expect(await rowsLeft()).toEqual([]);
  });

  test('of a case that can still be taken up again, however long that is', async () => {
    const reopenUntil = afterDays(365);
    const long = await caseWith({ ...f.closed, data: { ...f.closed.data, reopenUntil } } as typeof f.closed);
    await applyRetention(world, afterDays(364));
    expect(await rowsLeft(long)).toContain('int');
    await applyRetention(world, afterDays(366));
    expect(await rowsLeft(long)).not.toContain('int');
  });

  test('of a case that is open, or was taken up again', async () => {
    const again = await caseWith(f.closed, f.reopened());
    await applyRetention(world, afterDays(400));
    expect(await rowsLeft(again)).toEqual(['comment', 'int', 'mail', 'note']);
  });

  test('of other cases of the same customer', async () => {
    const open = await caseWith();
    await applyRetention(world, afterDays(400));
    expect(await rowsLeft()).toEqual(['mail']); // that of the other case
    expect(await rowsLeft(open)).toHaveLength(4);
  });
});

test('it walks once a day, from the beginning, and goes on where it was stopped', async () => {
  for (let n = 0; n < 2; n++) await caseWith(f.closed);
  let pages = 0;
  expect(await applyRetention(world, afterDays(120), () => pages++ < 1, 2)).toEqual({ rows: 2 });
  expect(await applyRetention(world, afterDays(120), undefined, 2)).toEqual({ rows: 1 });
  expect(await applyRetention(world, after(afterDays(120), 3_600_000))).toEqual({ rows: 0 });
});

test('killed at any call and begun again, everything that is overdue is gone and recorded, and nothing else', async () => {
  await killedAtEveryCall(async (kill, where) => {
    await begin();
    await applyRetention(worldOver(kill(db)), afterDays(120)).catch(() => undefined);
    await applyRetention(world, afterDays(121));
    await applyRetention(world, afterDays(122));
    expect(await rowsLeft(), where).toEqual(['comment', 'mail', 'note']);
    expect((await applied()).length, where).toBeGreaterThan(0);
  });
});

describe('the policy', () => {
  const isTaken = (change: object) => RetentionRules.safeParse({ ...shippedRetention, ...change }).success;

  test('is refused where it is absurd: while a case can be taken up again, or for longer than anybody lives to ask', () => {
    expect(isTaken({})).toBe(true);
    expect(isTaken({ conversations: 31 })).toBe(true);
    for (const days of [-1, 0, 1, 30, 10_981, 1.5, '400', null])
      expect(isTaken({ conversations: days }), String(days)).toBe(false);
  });

  test('is refused where a comment would go while its survey can still be answered', () => {
    expect(isTaken({ comments: 120 })).toBe(false);
    expect(isTaken({ comments: 121 })).toBe(true);
  });

  test('names every class, and no other', () => {
    const { mails: _, ...fewer } = shippedRetention;
    expect(RetentionRules.safeParse(fewer).success).toBe(false);
    expect(isTaken({ events: 400 })).toBe(false);
  });
});
