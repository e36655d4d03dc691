import type { Contract } from '../contract/contract.ts';
import { example, exampleTask } from '../contract/example.ts';
import { TaskAlreadyCompleted } from '../shared/errors.ts';
import { ManagerNeeded } from '../shared/refusals.ts';
import { TaskShown } from './task-shape.ts';

const taskId = exampleTask(example.investigated, 'dispute-review');

export const contract: Contract = {
  summary: 'Give a task to somebody of its team',
  description: 'The manager of its team decides, or an administrator.',
  answers: { 200: { means: 'The task', body: TaskShown } },
  errors: [
    new ManagerNeeded('disputes'),
    new TaskAlreadyCompleted(exampleTask(example.ready, 'triage'), 'carla', 'resolved'),
  ],
  examples: {
    'to Dario': { as: 'daria', path: { taskId }, body: { to: 'dario' }, answer: 200 },
    'by the manager of another team': { as: 'farid', path: { taskId }, body: { to: 'dario' }, answer: 403 },
    'to somebody of another team': { as: 'daria', path: { taskId }, body: { to: 'fiona' }, answer: 400 },
  },
};
