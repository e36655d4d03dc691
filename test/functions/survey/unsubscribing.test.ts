import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../functions/shared/ids.ts';
import { contactLedgerStore } from '../../../functions/survey/contact-ledger-store.ts';
import type { Page } from '../../../functions/survey/page/page.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { tableNames } from '../../support/tables.ts';

const { db } = await startEntries({});
const { cases, vault, invitations } = mailWorld(db, postOffice());
const ledger = contactLedgerStore(db, tableNames.VAULT_TABLE);
type Handler = (event: ReturnType<typeof httpEvent>) => Promise<Page>;
const ask: Handler = (await import('../../../functions/survey/show-unsubscribe.api.ts')).handler;
const end: Handler = (await import('../../../functions/survey/unsubscribe.api.ts')).handler;

let customerId: string;
let caseId: string;
let token: string;
beforeEach(async () => {
  customerId = newId('cus');
  caseId = newId('case');
  await vault.putContact(customerId, amir);
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  const facts = [{ kind: 'case-opened' as const, data }, f.closed, f.invited('2999-01-01T00:00:00.000Z')];
  await cases.change(caseId, { by: 'workflow', at: monday }, () => facts);
  token = await invitations.issue({ caseId, cycle: 1 });
});
const path = () => ({ path: { token } });

test('opening the link of a mail unsubscribes nobody: a scanner opens it, too', async () => {
  const page = await ask(httpEvent(path()));
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<form method="post">');
  expect((await ledger.read(customerId)).wants).toBeUndefined();
});

test('one click of a mail program ends every survey, at once and for good (LimeSurvey PR#4868)', async () => {
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }).toString();
  expect((await end(httpEvent({ ...path(), body, base64: true }))).statusCode).toBe(200);
  expect((await ledger.read(customerId)).wants).toBe('no');
  const { surveys } = await cases.load(caseId);
  expect(surveys).toMatchObject([{ status: 'declined' }]);
  const rule = { most: 9, inDays: 1, consent: 'opt-out' as const };
  expect(await ledger.claim(customerId, 'another', monday, rule)).toBe('opted-out');
});

test('the button of the page does the same, twice is once, and the history says which it was', async () => {
  await end(httpEvent({ ...path(), body: '' }));
  await end(httpEvent({ ...path(), body: '' }));
  const declined = (await cases.history(caseId)).filter(({ fact }) => fact.kind === 'survey-declined');
  expect(declined).toMatchObject([{ by: customerId, fact: { data: { through: 'page' } } }]);
});

test('a link that never was ends nothing', async () => {
  expect((await end(httpEvent({ path: { token: 'made-up' }, body: '' }))).statusCode).toBe(404);
});
