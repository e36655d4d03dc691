import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { accountSystem, accountSystemText } from '../../../local/bank/contract.ts';

test('the contract that a bank reads is the one the functions hold it to', () => {
  expect(readFileSync('docs/account-system.json', 'utf8'), 'npm run contract:bank').toBe(accountSystemText);
});

const schemaOf = (path: keyof typeof accountSystem.paths) => {
  const { get } = accountSystem.paths[path] as { get: { responses: { 200: ReturnType<typeof contentOf> } } };
  return get.responses[200].content['application/json'].schema;
};
const contentOf = (schema: object) => ({ content: { 'application/json': { schema } } });
const ajv = new Ajv({ validateFormats: false });

test('a page of bookings without the time of one of them is against the contract', () => {
  const booking = {
    transactionId: 'tx_1',
    at: '2026-11-21T20:00:00Z',
    amount: 1,
    currency: 'EUR',
    merchant: 'x',
    country: 'DE',
  };
  const valid = ajv.compile(schemaOf('/accounts/{accountId}/transactions'));
  expect(valid({ transactions: [booking], next: '2' })).toBe(true);
  expect(valid({ transactions: [{ ...booking, at: undefined }] })).toBe(false);
  expect(valid({ transactions: [{ ...booking, amount: 1.5 }] })).toBe(false);
});
