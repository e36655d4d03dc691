import type { Contract } from '../contract/contract.ts';
import { pageOf } from '../shared/page-shape.ts';
import { CaseListed } from './case-shape.ts';

export const contract: Contract = {
  summary: 'List cases',
  description:
    'By one of `status`, `customer` and `team`; without any, all that are open. By status and by customer the newest ' +
    'come first, by team the oldest. `openedBefore` leaves out what was opened at that moment or later. Customers see their own, whatever they ask for. The list may lag a second behind.',
  answers: { 200: { means: 'A page of cases', body: pageOf(CaseListed) } },
  examples: {
    'what is open': { as: 'cyrus', query: { limit: '2' }, answer: 200 },
    'what has been open for a day': {
      as: 'cyrus',
      query: { status: 'open', openedBefore: '2026-11-22T12:00:00Z' },
      answer: 200,
    },
    'what a customer has': { as: 'cus_anna', answer: 200 },
    'two lists at once': { as: 'cyrus', query: { team: 'cards', status: 'open' }, answer: 400 },
  },
};
