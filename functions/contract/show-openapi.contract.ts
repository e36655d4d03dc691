import * as z from 'zod/mini';
import type { Contract } from './contract.ts';

export const contract: Contract = {
  summary: 'This contract, for programs',
  answers: {
    200: {
      means: 'The contract in OpenAPI 3.1',
      body: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
      shownWithout: true,
    },
  },
  examples: { 'the contract': { answer: 200 } },
};
