import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseIsClosed } from '../shared/errors.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Hand a case over to another team',
  description: 'With all that is known of it, and why. What departments were asked stays with them.',
  answers: { 200: { means: 'The case is with that team', body: CaseShown } },
  errors: [new CaseIsClosed(example.closed)],
  examples: {
    'to disputes': {
      as: 'carla',
      path: { caseId: example.investigated },
      body: { team: 'disputes', reason: 'needs-other-skills', note: 'It is about the merchant.' },
      answer: 200,
    },
    'to a team that there is not': {
      as: 'carla',
      path: { caseId: example.investigated },
      body: { team: 'nobody', reason: 'overloaded' },
      answer: 400,
    },
  },
};
