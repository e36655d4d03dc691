import type { Contract } from '../contract/contract.ts';
import { example, exampleTask } from '../contract/example.ts';
import { TaskAlreadyCompleted } from '../shared/errors.ts';
import { ManagerNeeded } from '../shared/refusals.ts';
import { NoFurtherLine } from '../shared/team-errors.ts';
import { TaskShown } from './task-shape.ts';

const done = exampleTask(example.ready, 'triage');
const review = exampleTask(example.investigated, 'fraud-review');

export const contract: Contract = {
  summary: 'Give a task to the next line',
  description:
    'With all that is known of it, its due time, and why. Whoever has it, anyone of its team if nobody has, or the manager. The team says which line is next.',
  answers: { 200: { means: 'The task, with its new team; nobody has it yet', body: TaskShown } },
  errors: [new NoFurtherLine('fraud'), new ManagerNeeded('fraud'), new TaskAlreadyCompleted(done, 'carla', 'resolved')],
  examples: {
    'Fiona may not decide it': {
      as: 'fiona',
      path: { taskId: review },
      body: { reason: 'beyond-our-authority' },
      answer: 200,
    },
    'it is of the last line': {
      as: 'dario',
      path: { taskId: exampleTask(example.investigated, 'dispute-review') },
      body: { reason: 'needs-other-skills' },
      answer: 409,
    },
  },
};
