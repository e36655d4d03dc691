import * as z from 'zod/mini';
import { HoldingsAnswer, TransactionsAnswer } from '../../functions/account/bank-contract.ts';

const schemaOf = (schema: z.core.$ZodType) => {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io: 'input' });
  return made;
};
const inPath = (name: string, description: string) => ({
  ...{ name, in: 'path', required: true, description },
  schema: { type: 'string' },
});
const customerId = inPath('customerId', 'The customer, as the bank names them in the tokens of its apps.');
const hold = [customerId, inPath('target', 'An account or a card.'), inPath('caseId', 'The case that holds it.')];
const idempotencyKey = {
  ...{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
  description: 'The same when a request is repeated because its answer did not come.',
};
const refusals = {
  401: { description: 'The signature is not good, too old, or was used before.' },
  404: { description: 'The bank does not know this customer, account or card.' },
  409: { description: 'Not now: bookings are being posted. Asking again will help.' },
  429: { description: 'Too many requests. `Retry-After` in seconds is obeyed.' },
  503: { description: 'Down. `Retry-After` in seconds is obeyed.' },
};
const json = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
});

/** What a bank implements, as OpenAPI 3.1; `docs/account-system.json` is this. */
export const accountSystem = {
  openapi: '3.1.0',
  info: {
    title: 'Account system',
    version: '1.0.0',
    summary: 'What Caseloop needs of a bank: four operations.',
    description: [
      'Each request is signed as RFC 9421 (HTTP Message Signatures) says, with Ed25519: `@method`, `@target-uri` and,',
      'where there is one, `idempotency-key`, with `created`, `expires`, `nonce` and `keyid`. The bank refuses what is',
      'past its `expires`, or brings a nonce again: a request that waited in a queue must not unfreeze an account an hour',
      'later. While a key takes the place of another, both are good.',
    ].join(' '),
  },
  security: [{ signature: [] }],
  paths: {
    '/customers/{customerId}/holdings': {
      get: {
        operationId: 'holdings',
        summary: 'Everything of a customer that can be frozen.',
        parameters: [customerId],
        responses: { 200: json('Accounts and cards.', schemaOf(HoldingsAnswer)), ...refusals },
      },
    },
    '/customers/{customerId}/holds/{target}/{caseId}': {
      put: {
        operationId: 'freeze',
        summary:
          'Puts the hold of a case on an account or a card. Nothing can be paid from it while any case holds it.',
        parameters: [...hold, idempotencyKey],
        responses: { 204: { description: 'The hold is there, now or already before.' }, ...refusals },
      },
      delete: {
        operationId: 'unfreeze',
        summary: 'Takes the hold of this case off; the holds of other cases stay.',
        parameters: [...hold, idempotencyKey],
        responses: { 204: { description: 'The hold is gone, now or already before.' }, ...refusals },
      },
    },
    '/accounts/{accountId}/transactions': {
      get: {
        operationId: 'transactions',
        summary: 'Bookings of an account, oldest first. Amounts in the minor unit, negative for money that came in.',
        parameters: [
          inPath('accountId', 'The account.'),
          { name: 'since', in: 'query', required: true, schema: { type: 'string', format: 'date-time' } },
          { name: 'cursor', in: 'query', description: '`next` of the page before.', schema: { type: 'string' } },
        ],
        responses: { 200: json('A page of bookings.', schemaOf(TransactionsAnswer)), ...refusals },
      },
    },
  },
  components: {
    securitySchemes: {
      signature: { type: 'apiKey', in: 'header', name: 'Signature', description: 'RFC 9421, Ed25519.' },
    },
  },
};

export const accountSystemText = `${JSON.stringify(accountSystem, null, 2)}\n`;
