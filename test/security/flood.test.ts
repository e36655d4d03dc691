import { expect, test } from 'vitest';
import { newId } from '../../functions/shared/ids.ts';
import { sideBySide } from '../../functions/shared/side-by-side.ts';
import { startEntries } from '../support/entries.ts';
import { httpEvent } from '../support/http-event.ts';

const { started } = await startEntries({ customer: 'own', service: 'any' });
const { handler } = await import('../../functions/case/open-case.api.ts');

const flood = (times: number, claims: { sub: string; roles: string }, body: object) =>
  sideBySide(Array.from({ length: times }), async () => {
    const { statusCode, body: said = '{}' } = await handler(httpEvent({ route: 'POST /cases', claims, body }));
    return { status: statusCode, caseId: JSON.parse(said).caseId as string | undefined };
  });

test('three hundred reports of one card by one customer open one case, and most are told to slow down', async () => {
  const claims = { sub: newId('cus'), roles: '[customer]' };
  const answers = await flood(300, claims, { type: 'lost-card', cardId: 'card_1', channel: 'app' });
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 200, 429]));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(100);
  expect(new Set(answers.flatMap(({ caseId }) => caseId ?? [])).size).toBe(1);
  expect(new Set(started).size).toBe(1);
}, 60_000);

test('a service that flags one payment again and again opens one case', async () => {
  started.length = 0;
  const customerId = newId('cus');
  const payment = { type: 'suspicious-payment', transactionId: 'tx_1', channel: 'detection', customerId };
  const answers = await flood(100, { sub: 'fraud-detection', roles: '[service]' }, payment);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.every(({ status = 500 }) => status < 500)).toBe(true);
  expect(new Set(started).size).toBe(1);
}, 60_000);
