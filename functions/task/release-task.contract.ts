import type { Contract } from '../contract/contract.ts';
import { example, exampleTask } from '../contract/example.ts';
import { TaskAlreadyCompleted } from '../shared/errors.ts';
import { ManagerNeeded } from '../shared/refusals.ts';
import { TaskShown } from './task-shape.ts';

const done = exampleTask(example.ready, 'triage');

export const contract: Contract = {
  summary: 'Give a task back to its team',
  description: 'Whoever has it, or the manager of its team. It can be claimed again at once.',
  answers: { 200: { means: 'The task', body: TaskShown } },
  errors: [new ManagerNeeded('fraud'), new TaskAlreadyCompleted(done, 'carla', 'resolved')],
  examples: {
    'Fiona will be away': {
      as: 'fiona',
      path: { taskId: exampleTask(example.investigated, 'fraud-review') },
      body: { reason: 'absent' },
      answer: 200,
    },
    'a task that is done': { as: 'carla', path: { taskId: done }, body: { reason: 'absent' }, answer: 409 },
  },
};
