import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';

export const contract: Contract = {
  summary: 'Get everything about a case as one archive',
  description:
    'A zip file with a page to read and print (English and Persian), every event, text, mail, decision, approval, promise, survey and run, and `verify.mjs`, which checks it with nothing but Node.js and names the first event that does not fit. The same case gives the same bytes. That it was read is recorded. It is put together when somebody asks: ask again after `retryAfterSeconds`, once more if it takes longer. One that is larger than 4 MB comes in parts.',
  answers: {
    200: {
      means: 'The archive or a part of it; how many parts there are',
      type: 'application/zip',
      orType: 'application/json',
    },
    202: {
      means: 'It is being put together',
      body: z.strictObject({
        state: z.literal('being-put-together'),
        lookAt: z.string(),
        retryAfterSeconds: z.int(),
      }),
    },
  },
  examples: { 'an auditor asks for it': { as: 'audrey', path: { caseId: example.ready }, answer: 202 } },
};
