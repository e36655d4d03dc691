import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { verifyStored } from '../../../functions/audit/stored-chain.ts';
import { readEvent, toItem } from '../../../functions/case/case-store.ts';
import { tellCustomer } from '../../../functions/mail/tell-customer.ts';
import { api } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { log } from '../../../functions/shared/log.ts';
import { StepInput, step } from '../../../functions/shared/step.ts';
import { stream } from '../../../functions/shared/stream.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';

const { db } = await startEntries({ agent: 'any', customer: 'own' });
const world = mailWorld(db, postOffice());

let caseId: string;
let customerId: string;
const lines: { event: string; correlationId?: string }[] = [];
beforeEach(async () => {
  lines.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(JSON.parse(line)));
  [caseId, customerId] = [newId('case'), newId('cus')];
  await world.vault.putContact(customerId, amir);
});
afterEach(() => vi.restoreAllMocks());

/** A customer reports, under this request id; everything after it is done by the parts of the system. */
const report = (requestId: string) => {
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  const open = api({}, async ({ change }) => {
    await world.cases.change(caseId, change, () => [{ kind: 'case-opened', data }]);
    return { body: {} };
  });
  const event = httpEvent({ claims: { sub: customerId, roles: '[customer]' } });
  return open({ ...event, requestContext: { ...event.requestContext, requestId } });
};
const freeze = step(StepInput, async ({ caseId: id }, change) => {
  await world.cases.change(id, change, () => [f.freezeCompleted]);
  log.info('FROZEN', { caseId: id });
});
const history = () => world.cases.history(caseId);
const idsOf = async () => (await history()).map(({ fact, correlationId }) => [fact.kind, correlationId]);
/** What the stream brings after it: the letters that follow. */
async function follow(): Promise<void> {
  const consumer = stream(readEvent, () => (event) => tellCustomer(world, event, monday));
  const Records = (await history()).map((event) => ({
    dynamodb: { NewImage: toItem(event), Keys: { caseId: { S: caseId } }, SequenceNumber: String(event.seq) },
  }));
  expect(await consumer({ Records })).toEqual({ batchItemFailures: [] });
}

test('one id leads from a request through its workflow to the letter that its customer gets', async () => {
  await report('request-1');
  await freeze({ caseId, run: `${caseId}-1` });
  await follow();
  expect(await idsOf()).toEqual([
    ['case-opened', 'request-1'],
    ['freeze-completed', 'request-1'],
    ['mail-sent', 'request-1'],
  ]);
  const items = (await history()).map(toItem);
  expect(verifyStored(items, caseId)).toMatchObject({ ok: true, length: 3 });
  const told = lines.filter(({ event }) => event === 'FROZEN' || event === 'LETTER_TO_CUSTOMER');
  expect(told.map(({ event, correlationId }) => [event, correlationId])).toEqual([
    ['FROZEN', 'request-1'],
    ['LETTER_TO_CUSTOMER', 'request-1'],
  ]);
});

test('what somebody else asks for meanwhile has an id of its own, and the workflow keeps its own', async () => {
  await report('request-1');
  const agent = httpEvent();
  const claim = api({}, async ({ change }) => {
    await world.cases.change(caseId, change, () => [{ kind: 'owner-assigned', data: { owner: 'ann' } }]);
    return { body: {} };
  });
  await claim({ ...agent, requestContext: { ...agent.requestContext, requestId: 'request-2' } });
  await freeze({ caseId, run: `${caseId}-1` });
  expect(await idsOf()).toEqual([
    ['case-opened', 'request-1'],
    ['owner-assigned', 'request-2'],
    ['freeze-completed', 'request-1'],
  ]);
});

test('a case that is taken up again goes on under the request that did it', async () => {
  await report('request-1');
  const reopen = api({}, async ({ change }) => {
    await world.cases.change(caseId, change, () => [f.closed]);
    await world.cases.change(caseId, change, () => [
      { kind: 'case-reopened', data: { cycle: 2, reason: 'not-solved' } },
    ]);
    return { body: {} };
  });
  const event = httpEvent();
  await reopen({ ...event, requestContext: { ...event.requestContext, requestId: 'request-9' } });
  await freeze({ caseId, run: `${caseId}-2` });
  expect((await idsOf()).at(-1)).toEqual(['freeze-completed', 'request-9']);
});

test('a schedule follows from nobody, and says so', async () => {
  await world.cases.change(caseId, { by: 'reminders', at: monday }, () => [f.opened]);
  log.info('SWEPT');
  expect(await idsOf()).toEqual([['case-opened', undefined]]);
  expect(lines.at(-1)).not.toHaveProperty('correlationId');
});
