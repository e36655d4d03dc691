import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseIsClosed } from '../shared/errors.ts';
import { CaseHoldsAccounts } from '../shared/refusals.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Give a case up before it is worked out',
  description:
    'Its runs are ended, its tasks taken back, and the customer is told, and asked nothing. While anything is frozen for it, `accounts` says what is to become of that; to unfreeze it, the approval of a second person is asked for at the same time.',
  answers: { 200: { means: 'The case is cancelled', body: CaseShown } },
  errors: [new CaseHoldsAccounts(example.investigated, ['acc_maryam1']), new CaseIsClosed(example.closed)],
  examples: {
    'opened by mistake': {
      as: 'carla',
      path: { caseId: example.investigated },
      body: { reason: 'opened-by-mistake', accounts: 'unfreeze', note: 'The card was in the car.' },
      answer: 200,
    },
    'while accounts are frozen, and nobody says what is to become of them': {
      as: 'carla',
      path: { caseId: example.investigated },
      body: { reason: 'duplicate' },
      answer: 409,
    },
  },
};
