import type { Contract } from '../contract/contract.ts';
import { CustomerNotFound } from '../customer/refusals.ts';
import { ConsentShown } from './consent-shape.ts';

export const contract: Contract = {
  summary: 'See whether somebody wants to be asked',
  description:
    'For customers about themselves, and for colleagues. `not-said` is yes or no as the survey rules have it.',
  answers: { 200: { means: 'What they said last', body: ConsentShown } },
  errors: [new CustomerNotFound('cus_nobody')],
  examples: {
    'a customer about herself': { as: 'cus_anna', path: { personId: 'cus_anna' }, answer: 200 },
    'a customer about somebody else': { as: 'cus_anna', path: { personId: 'cus_james' }, answer: 404 },
  },
};
