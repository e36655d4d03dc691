import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseIsClosed } from '../shared/errors.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Say how urgent a case is',
  description: 'Its clocks go on with what is promised now, and keep the time they have used.',
  answers: { 200: { means: 'The case', body: CaseShown } },
  errors: [new CaseIsClosed(example.closed)],
  examples: {
    'the customer is abroad without money': {
      as: 'carla',
      path: { caseId: example.waiting },
      body: { priority: 'urgent', reason: 'customer-at-risk' },
      answer: 200,
    },
    'it is closed': {
      as: 'carla',
      path: { caseId: example.closed },
      body: { priority: 'low', reason: 'customer-at-risk' },
      answer: 409,
    },
  },
};
