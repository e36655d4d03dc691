import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { Machine } from './machines.ts';

export const contract: Contract = {
  summary: 'A workflow',
  description:
    'The definition that this version of the service was deployed with, in Amazon States Language. A run that began ' +
    'under an earlier version may know other states.',
  answers: {
    200: {
      means: 'The workflow',
      body: z.strictObject({
        machine: Machine,
        definition: z.looseObject({ StartAt: z.string(), States: z.record(z.string(), z.unknown()) }),
      }),
      shownWithout: true,
    },
  },
  examples: {
    'the life of a case': { as: 'carla', path: { machine: 'case' }, answer: 200 },
    'one that there is not': { as: 'carla', path: { machine: 'toast' }, answer: 400 },
  },
};
