import type { Contract } from '../contract/contract.ts';
import { example, exampleTask } from '../contract/example.ts';
import { CaseHasOpenWork } from '../shared/errors.ts';
import { DecidedOtherwise } from '../shared/refusals.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Close a case by hand',
  description:
    'For a case that has nothing open any more and that its run does not close. Closing it again changes nothing.',
  answers: { 200: { means: 'The case is closed', body: CaseShown } },
  errors: [
    new CaseHasOpenWork(example.investigated, [`task ${exampleTask(example.investigated, 'dispute-review')} is open`]),
    new DecidedOtherwise(example.ready, 'resolved'),
  ],
  examples: {
    'all is done': { as: 'carla', path: { caseId: example.ready }, body: { resolution: 'resolved' }, answer: 200 },
    'it was decided otherwise': {
      as: 'carla',
      path: { caseId: example.ready },
      body: { resolution: 'no-fraud-found' },
      answer: 409,
    },
    'work is open': {
      as: 'carla',
      path: { caseId: example.investigated },
      body: { resolution: 'resolved' },
      answer: 409,
    },
  },
};
