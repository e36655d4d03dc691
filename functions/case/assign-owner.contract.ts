import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseIsClosed } from '../shared/errors.ts';
import { ManagerNeeded } from '../shared/refusals.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Say who answers for a case',
  description: 'Anyone of its team takes on what nobody has; who else answers for it, the manager of the team decides.',
  answers: { 200: { means: 'The case has this owner', body: CaseShown } },
  errors: [new ManagerNeeded('cards'), new CaseIsClosed(example.closed)],
  examples: {
    'Carla takes it on': { as: 'carla', path: { caseId: example.waiting }, body: { owner: 'carla' }, answer: 200 },
    'Dario would give it to Carla': {
      as: 'dario',
      path: { caseId: example.waiting },
      body: { owner: 'carla' },
      answer: 403,
    },
  },
};
