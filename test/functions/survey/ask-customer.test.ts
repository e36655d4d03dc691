import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { askCustomer } from '../../../functions/survey/ask-customer.ts';
import { isDrawn } from '../../../functions/survey/sampling.ts';
import { shippedRules } from '../../../functions/survey/survey-rules.ts';
import { askWorld } from '../../support/ask-world.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { amir } from '../../support/mail-world.ts';
import { startTables } from '../../support/tables.ts';

const { db } = startTables();
const first = { cycle: 1 };

let customerId: string;
async function closedCase(world = askWorld(db), ...facts: CaseFact[]): Promise<string> {
  const caseId = newId('case');
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  const all = [{ kind: 'case-opened' as const, data }, ...facts, f.closed];
  await world.cases.change(caseId, { by: 'workflow', at: monday }, () => all);
  return caseId;
}
async function ask(
  caseId: string,
  world = askWorld(db),
  at = monday,
  asking: { cycle: number; round?: number } = first,
) {
  const decide = await askCustomer(world, caseId, asking, at);
  const { surveys } = await world.cases.change(caseId, { by: 'survey', at }, decide);
  const { status, reason } = surveys.at(-1) ?? {};
  return reason ?? status;
}
beforeEach(async () => {
  customerId = newId('cus');
  await askWorld(db).vault.putContact(customerId, amir);
});

test('a customer is asked after the close, once, and it takes one request out of their budget', async () => {
  const caseId = await closedCase();
  expect(await ask(caseId)).toBe('invited');
  expect(await ask(caseId)).toBe('invited');
  const { cases, ledger } = askWorld(db);
  expect((await cases.load(caseId)).surveys).toHaveLength(1);
  expect((await ledger.read(customerId)).asked).toHaveLength(1);
});

test('whoever had a case is asked the survey of its own type, in the version in force', async () => {
  const world = askWorld(db, { after: { 'lost-card': 'after-recovery', 'suspicious-payment': 'after-case' } });
  const caseId = await closedCase(world);
  await ask(caseId, world);
  expect((await world.cases.load(caseId)).surveys[0]?.survey).toEqual({ id: 'after-recovery', version: 0 });
});

test('whoever closes many cases at once is asked as often as the budget says, and each history says why not more', async () => {
  const world = askWorld(db, { budget: { most: 2, inDays: 90 } });
  const ids = await Promise.all(Array.from({ length: 6 }, () => closedCase(world)));
  const outcomes = await Promise.all(ids.map((id) => ask(id, world)));
  expect(outcomes.filter((one) => one === 'invited')).toHaveLength(2);
  expect(outcomes.filter((one) => one === 'contact-budget-spent')).toHaveLength(4);
});

describe('nothing is taken out of the budget', () => {
  const untouched = async () => expect((await askWorld(db).ledger.read(customerId)).asked).toEqual([]);

  test('of somebody who cannot be reached: deliverability comes first (chatwoot#11569)', async () => {
    const { vault } = askWorld(db);
    const version = (await vault.contact(customerId))?.version ?? '';
    await vault.markBounced(customerId, version, monday);
    expect(await ask(await closedCase())).toBe('address-bounced');
    await untouched();
  });

  test('of somebody whose case was withdrawn, or is of a kind that is not asked about', async () => {
    const world = askWorld(db, { after: {} });
    expect(await ask(await closedCase(world), world)).toBe('no-survey-for-this-type');
    await untouched();
  });

  test('of somebody who was not drawn', async () => {
    const world = askWorld(db, { rates: { 'lost-card': 0 } });
    expect(await ask(await closedCase(world), world)).toBe('not-sampled');
    await untouched();
  });

  test('at night: they are asked in the morning', async () => {
    const night = '2026-11-23T23:00:00.000Z';
    const caseId = await closedCase();
    await expect(ask(caseId, askWorld(db), night)).rejects.toMatchObject({
      name: 'AskLater',
      message: '2026-11-24T08:00:00.000Z',
    });
    await untouched();
    expect(await ask(caseId, askWorld(db), '2026-11-24T08:00:00.000Z')).toBe('invited');
  });

  test('while somebody still talks with them', async () => {
    const caseId = await closedCase(askWorld(db), f.said('inbound'));
    await expect(ask(caseId)).rejects.toMatchObject({ name: 'AskLater', message: '2026-11-24T08:00:00.000Z' });
    await untouched();
  });
});

test('who is drawn can be recomputed from the seed, and the history names the draw', async () => {
  const world = askWorld(db, { rates: { 'lost-card': 0.5 }, budget: { most: 50, inDays: 90 } });
  const ids = await Promise.all(Array.from({ length: 20 }, () => closedCase(world)));
  const outcomes = await Promise.all(ids.map((id) => ask(id, world)));
  const seed = await world.sampling.committed('2026-11', monday);
  expect(outcomes).toEqual(ids.map((id) => (isDrawn(seed, id, 0.5) ? 'invited' : 'not-sampled')));
  const { surveys } = await world.cases.load(ids[0] ?? '');
  expect(surveys[0]).toBeDefined();
});

test('a customer who was called back is asked again for certain, however few are drawn', async () => {
  const world = askWorld(db, { rates: { 'lost-card': 0 } });
  const caseId = await closedCase(world);
  expect(await ask(caseId, world, monday, { cycle: 1, round: 2 })).toBe('invited');
  expect((await world.cases.load(caseId)).surveys).toMatchObject([{ round: 2, survey: { id: 'after-recovery' } }]);
});

test('who works here is not asked how content they are with their own work (glpi#474)', async () => {
  const team = { id: 'cards', name: { en: 'Cards' }, manager: 'maria', members: [customerId] };
  const world = { ...askWorld(db), teams: async () => [team] as never };
  expect(await ask(await closedCase(), world)).toBe('staff');
});

test('a survey that was taken out of the rules between two tries is not asked', async () => {
  const world = askWorld(db, { after: { 'lost-card': 'nobody-wrote-it' } });
  expect(await ask(await closedCase(world), world)).toBe('no-survey-for-this-type');
});

test('killed at any call and begun again, a customer is asked once and pays once', async () => {
  await killedAtEveryCall(async (kill, where) => {
    customerId = newId('cus');
    await askWorld(db).vault.putContact(customerId, amir);
    const caseId = await closedCase();
    await ask(caseId, askWorld(kill(db))).catch(() => undefined);
    expect(await ask(caseId), where).toBe('invited');
    expect((await askWorld(db).ledger.read(customerId)).asked, where).toHaveLength(1);
  });
});

test('with the closing notice, the question goes at once: the notice waits for no morning', async () => {
  const world = askWorld(db, { letter: 'with-closing-notice' });
  const caseId = newId('case');
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  const closed = {
    kind: 'case-closed',
    data: { resolution: 'resolved', reopenUntil: f.reopenUntil, notice: 'with-survey' },
  };
  const facts = [{ kind: 'case-opened', data }, f.said('inbound'), closed] as CaseFact[];
  await world.cases.change(caseId, { by: 'workflow', at: monday }, () => facts);
  expect(await ask(caseId, world, '2026-11-23T23:00:00.000Z')).toBe('invited');
  const [invited] = (await world.cases.history(caseId)).filter(({ fact }) => fact.kind === 'survey-invited');
  expect(invited?.fact.data).toMatchObject({ with: 'closing-notice' });
  expect(shippedRules.letter).toBe('separate');
});
