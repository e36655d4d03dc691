import type { Contract } from '../contract/contract.ts';
import { CaseOpened } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Report a lost card or a suspicious payment',
  description:
    'Opens a case, or joins the one that is open about the same card or payment. Everything of the customer is frozen ' +
    'at once by the run that starts. Customers report for themselves; others name the customer.',
  answers: {
    201: { means: 'A case was opened', body: CaseOpened },
    200: { means: 'The report joined a case that was open', body: CaseOpened },
  },
  examples: {
    'a customer reports a lost card': {
      as: 'cus_maryam',
      headers: { 'idempotency-key': 'report-from-the-phone' },
      body: { type: 'lost-card', cardId: 'card_maryam2', channel: 'app' },
      answer: 201,
    },
    'fraud detection flags a payment': {
      as: 'fraud-detection',
      body: {
        type: 'suspicious-payment',
        transactionId: 'tx_maryamabroad',
        customerId: 'cus_maryam',
        channel: 'detection',
      },
      answer: 201,
    },
    'a report that is not complete': { as: 'cus_maryam', body: { type: 'lost-card', channel: 'app' }, answer: 400 },
  },
};
