import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { ApprovalPending } from '../shared/refusals.ts';
import { ApprovalShown, GoodwillShown } from './approval-shape.ts';

export const contract: Contract = {
  summary: 'Ask for what takes two people',
  description: 'Unfreezing, or a payment of goodwill. A payment within the limit of the case is granted at once.',
  answers: {
    201: {
      means: 'It was asked for, or granted',
      body: z.strictObject({ items: z.array(ApprovalShown), goodwill: z.array(GoodwillShown) }),
    },
  },
  errors: [new ApprovalPending(`${example.waiting}.approval.1`, 'carla')],
  examples: {
    'to unfreeze a card that was found': {
      as: 'fiona',
      path: { caseId: example.investigated },
      body: { request: { action: 'unfreeze', targets: ['card_maryam2'] }, note: 'She has it in her hands.' },
      answer: 201,
    },
    'twenty euros, within the limit': {
      as: 'carla',
      path: { caseId: example.investigated },
      body: { request: { action: 'goodwill-payment', amount: 2000, currency: 'EUR' } },
      answer: 201,
    },
    'somebody asked before': {
      as: 'dario',
      path: { caseId: example.waiting },
      body: { request: { action: 'unfreeze', targets: ['card_reza1'] } },
      answer: 409,
    },
  },
};
