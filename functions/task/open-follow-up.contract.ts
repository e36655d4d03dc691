import type { Contract } from '../contract/contract.ts';
import { example, exampleTask } from '../contract/example.ts';
import { CaseIsClosed } from '../shared/errors.ts';
import { TaskShown } from './task-shape.ts';

export const contract: Contract = {
  summary: 'Ask for something more to be done',
  description:
    'By whichever team, at once or, with `after`, when another task of the case is done: until then it is `blocked`, and its hours count from then on. The case cannot be closed before it is done.',
  answers: { 201: { means: 'The task', body: TaskShown } },
  errors: [new CaseIsClosed(example.closed)],
  examples: {
    'when the fraud department is done': {
      as: 'carla',
      path: { caseId: example.investigated },
      body: { team: 'disputes', hours: 24, after: exampleTask(example.investigated, 'fraud-review') },
      answer: 201,
    },
    'of a case that is over': { as: 'carla', path: { caseId: example.closed }, body: { team: 'cards' }, answer: 409 },
  },
};
