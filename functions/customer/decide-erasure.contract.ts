import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { ApprovalAlreadyDecided, OwnApproval } from '../shared/refusals.ts';
import { CustomerShown } from './customer-shape.ts';
import { CustomerHasOpenCases, ErasureNotFound, UnderLegalHold } from './refusals.ts';

const erasureId = 'cus_anna.erasure.1';

export const contract: Contract = {
  summary: 'Decide whether somebody is erased',
  description:
    'Never by who asked, nor by the one it is about. What is approved is carried out at once: the vault forgets the person, no list finds their cases by them, no mail reaches them. Events stay, and every chain holds. Sent again, it completes what was interrupted.',
  answers: { 200: { means: 'Decided, and when approved erased', body: CustomerShown } },
  errors: [
    new ErasureNotFound('cus_james'),
    new OwnApproval(erasureId),
    new ApprovalAlreadyDecided(erasureId, 'cyrus', 'approved'),
    new UnderLegalHold('cus_anna', 'dispute'),
    new CustomerHasOpenCases('cus_anna', [example.closed]),
  ],
  examples: {
    'a manager agrees': { as: 'cyrus', path: { personId: 'cus_anna' }, body: { decision: 'approved' }, answer: 200 },
    'nobody has asked': { as: 'cyrus', path: { personId: 'cus_james' }, body: { decision: 'approved' }, answer: 404 },
  },
};
