import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseIsClosed } from '../shared/errors.ts';
import { CaseWaits } from '../shared/refusals.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Wait for the customer',
  description: 'The clock of the end stands still until they write; on 14 days of silence the case is closed.',
  answers: { 200: { means: 'The case waits', body: CaseShown } },
  errors: [new CaseIsClosed(example.closed), new CaseWaits(example.waiting, 'customer-documents')],
  examples: {
    'for a police report': {
      as: 'carla',
      path: { caseId: example.investigated },
      body: { for: 'customer-documents', note: 'The police report, please.' },
      answer: 200,
    },
    'it waits for something else already': {
      as: 'carla',
      path: { caseId: example.waiting },
      body: { for: 'customer-information' },
      answer: 409,
    },
  },
};
