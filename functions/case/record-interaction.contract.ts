import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseIsClosed } from '../shared/errors.ts';

export const contract: Contract = {
  summary: 'Record what was said',
  description:
    'To the customer or by them. The words go into the vault, only their id into the history. When the customer ' +
    'writes, a case that waited for them goes on.',
  answers: { 201: { means: 'It was recorded', body: z.strictObject({ interactionId: z.string() }) } },
  errors: [new CaseIsClosed(example.closed)],
  examples: {
    'the customer sends what was asked for': {
      as: 'cus_reza',
      path: { caseId: example.waiting },
      headers: { 'idempotency-key': 'message-1' },
      body: { channel: 'app', direction: 'inbound', text: 'Here is the police report.' },
      answer: 201,
    },
    'the case is closed': {
      as: 'carla',
      path: { caseId: example.closed },
      body: { channel: 'phone', direction: 'outbound', text: 'One more thing.' },
      answer: 409,
    },
  },
};
