import type { Contract } from '../contract/contract.ts';
import { example, exampleTask } from '../contract/example.ts';
import { TaskAlreadyCompleted, TaskTaken } from '../shared/errors.ts';
import { TaskShown } from './task-shape.ts';

const done = exampleTask(example.ready, 'triage');

export const contract: Contract = {
  summary: 'Claim a task',
  description: 'Of one of your teams, so that nobody else does the same. Claiming it again changes nothing.',
  answers: { 200: { means: 'The task', body: TaskShown } },
  errors: [
    new TaskTaken(exampleTask(example.investigated, 'fraud-review'), 'fiona'),
    new TaskAlreadyCompleted(done, 'carla', 'resolved'),
  ],
  examples: {
    'the review of a dispute': {
      as: 'dario',
      path: { taskId: exampleTask(example.investigated, 'dispute-review') },
      answer: 200,
    },
    'a task that is done': { as: 'carla', path: { taskId: done }, answer: 409 },
  },
};
