import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CustomerShown } from './customer-shape.ts';
import { CustomerErased, CustomerHasOpenCases, CustomerNotFound, ErasurePending, UnderLegalHold } from './refusals.ts';

export const contract: Contract = {
  summary: 'Ask that everything known of somebody is erased',
  description:
    'For oneself as a customer, or for somebody else. A second person decides: see `POST /customers/{personId}/erasure/decide`.',
  answers: { 202: { means: 'It waits for a second person', body: CustomerShown } },
  errors: [
    new CustomerNotFound('cus_james'),
    new UnderLegalHold('cus_james', 'dispute'),
    new CustomerHasOpenCases('cus_maryam', [example.investigated]),
    new ErasurePending('cus_anna.erasure.1', 'carla'),
    new CustomerErased('cus_anna'),
  ],
  examples: {
    'somebody leaves the bank': {
      as: 'carla',
      path: { personId: 'cus_former' },
      body: { reason: 'asked-by-the-person' },
      answer: 202,
    },
    'somebody who waits for an answer': {
      as: 'cus_maryam',
      path: { personId: 'cus_maryam' },
      body: { reason: 'asked-by-the-person' },
      answer: 409,
    },
  },
};
