import type { Contract } from '../contract/contract.ts';
import { CustomerShown } from './customer-shape.ts';

export const contract: Contract = {
  summary: 'Lift a legal hold',
  description: 'Lifting what does not hold changes nothing.',
  answers: { 200: { means: 'Nothing holds it any more', body: CustomerShown } },
  examples: { 'proceedings are over': { as: 'cyrus', path: { personId: 'cus_james' }, answer: 200 } },
};
