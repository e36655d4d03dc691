import type { Contract } from '../contract/contract.ts';
import { example, exampleTask } from '../contract/example.ts';
import { TaskAlreadyCompleted } from '../shared/errors.ts';
import { TaskShown } from './task-shape.ts';

const done = exampleTask(example.ready, 'triage');

export const contract: Contract = {
  summary: 'Say that you know of a task',
  description: 'You are not reminded of it any more, until it is due at another time.',
  answers: { 200: { means: 'The task', body: TaskShown } },
  errors: [new TaskAlreadyCompleted(done, 'carla', 'resolved')],
  examples: {
    'the review of a dispute': {
      as: 'dario',
      path: { taskId: exampleTask(example.investigated, 'dispute-review') },
      answer: 200,
    },
    'a task that is done': { as: 'carla', path: { taskId: done }, answer: 409 },
  },
};
