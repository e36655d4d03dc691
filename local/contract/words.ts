import type { JsonSchema } from './schema-book.ts';

// What the contract says that is true of every route.
export const words = {
  description: `Customer cases and satisfaction surveys, automated.

**Who calls.** Every route but the public ones takes a token (JWT) of the issuer that the service was deployed with. What a role may do stands beside each route; what belongs to somebody else does not exist for you: 404, not 403.

**Trying again.** Send an \`Idempotency-Key\` with every POST. The same key with the same request is the same request: it happens once and is answered as it was the first time. The same key with another request is refused.

**Every call is recorded**, also one that is refused: who, when, by which route, about whom. What cannot be recorded is not shown.

**Deciding on what you saw.** A case comes with an \`ETag\`. Send it as \`If-Match\` with a change, and the change happens only if the case is still what you saw.

**Errors** are problem documents (RFC 9457) with a \`type\` that never changes, one sentence, and what a program needs to go on. A request that is not right names every field that is not.

**Lists** come in pages: \`limit\` up to 100, and \`next\`, an opaque cursor for the page after it. A cursor is good for the caller and the list it was made for.`,
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The `ETag` of the case you decided on. If it has changed since, nothing happens: 412.',
    schema: { type: 'string' },
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'The `ETag` of the case as you have it. If it is still that, you are sent nothing: 304.',
    schema: { type: 'string' },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'Any text of your own that names this request; the same text again is the same request.',
    schema: { type: 'string', maxLength: 200 },
  },
};

export const tags = [
  { name: 'cases', description: 'What a customer reported, and all that is done about it' },
  { name: 'tasks', description: 'Work for people' },
  { name: 'teams', description: 'Who does it' },
  { name: 'approvals', description: 'What takes two people' },
  { name: 'surveys', description: 'How it went, asked of the customer' },
  { name: 'customers', description: 'What is known of a person, and how it goes' },
  { name: 'contacts', description: 'How to reach people' },
  { name: 'reports', description: 'What it comes to' },
  { name: 'audit', description: 'Proof that nothing was changed' },
  { name: 'policies', description: 'What an administrator sets without a deployment' },
  { name: 'runs', description: 'Everything that is under way, or was' },
  { name: 'machines', description: 'The workflows' },
  { name: 'console', description: 'The page for operators' },
  { name: 'openapi.json', description: 'This contract' },
  { name: 'docs', description: 'This contract' },
  { name: 'health', description: 'Whether it is there' },
];

export const security: JsonSchema = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'A token of the issuer of this deployment, whose roles stand in its claim of groups.',
};

const message = (text: string): JsonSchema => ({
  'application/json': {
    schema: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
    example: { message: text },
  },
});

export const responses: JsonSchema = {
  Unauthorized: {
    description: 'There is no token, or it is not one that this service trusts. Said by the gateway.',
    content: message('Unauthorized'),
  },
  TooManyRequests: {
    description:
      'Too many requests. A caller who asks too often is told in `Retry-After` when to come back; when all callers ' +
      'together ask too often, the gateway says so itself, without it: wait a second.',
    headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer', minimum: 1 } } },
    content: {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      ...message('Too Many Requests'),
    },
  },
  Unexpected: {
    description: 'Something went wrong on our side. Whoever operates the service has been told.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
};
