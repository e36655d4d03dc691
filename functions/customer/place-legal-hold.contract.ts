import type { Contract } from '../contract/contract.ts';
import { CustomerShown } from './customer-shape.ts';
import { ErasureUnderWay } from './refusals.ts';

export const contract: Contract = {
  summary: 'Keep what is known of somebody',
  description: 'A court or an authority may ask for it: nothing of this person is erased until the hold is lifted.',
  answers: { 200: { means: 'It is held', body: CustomerShown } },
  errors: [new ErasureUnderWay('cus_anna.erasure.1')],
  examples: {
    'proceedings begin': {
      as: 'cyrus',
      path: { personId: 'cus_james' },
      body: { reason: 'court-proceedings', note: 'File 4 O 12/26' },
      answer: 200,
    },
  },
};
