import type { Contract } from '../contract/contract.ts';
import { pageOf } from '../shared/page-shape.ts';
import { CaseListed } from './case-shape.ts';

export const contract: Contract = {
  summary: 'List cases',
  description:
    'By one of `status`, `customer` and `team`; without any, all that are open. By status and by customer the newest ' +
    'come first, by team the oldest. Customers see their own, whatever they ask for. The list may lag a second behind.',
  answers: { 200: { means: 'A page of cases', body: pageOf(CaseListed) } },
  examples: {
    'what is open': { as: 'cyrus', query: { limit: '2' }, answer: 200 },
    'what a customer has': { as: 'cus_anna', answer: 200 },
    'two lists at once': { as: 'cyrus', query: { team: 'cards', status: 'open' }, answer: 400 },
  },
};
