import type { Contract } from '../contract/contract.ts';
import { example, exampleTask } from '../contract/example.ts';
import { TaskAlreadyCompleted, TaskTaken } from '../shared/errors.ts';
import { TaskShown } from './task-shape.ts';

const taskId = exampleTask(example.investigated, 'fraud-review');
const done = exampleTask(example.ready, 'triage');

export const contract: Contract = {
  summary: 'Complete a task',
  description:
    'With one of the outcomes of its kind. The run that waited for it goes on. Whoever comes second with another ' +
    'outcome is told who was first.',
  answers: { 200: { means: 'The task, done', body: TaskShown } },
  errors: [new TaskTaken(taskId, 'fiona'), new TaskAlreadyCompleted(done, 'carla', 'resolved')],
  examples: {
    'it is fraud': {
      as: 'fiona',
      path: { taskId },
      headers: { 'idempotency-key': 'fiona-1' },
      body: { outcome: 'fraud', note: 'Looked at every booking.' },
      answer: 200,
    },
    'an outcome of another kind of task': { as: 'fiona', path: { taskId }, body: { outcome: 'refund' }, answer: 400 },
    'somebody was first': { as: 'cyrus', path: { taskId: done }, body: { outcome: 'no-fraud-found' }, answer: 409 },
  },
};
