import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';

export const contract: Contract = {
  summary: 'The page that asks whether somebody wants no more surveys',
  description: 'Opening it changes nothing.',
  takes: { path: z.object({ token: z.string() }) },
  answers: {
    200: { means: 'The question', type: 'text/html' },
    404: { means: 'No survey has this link', type: 'text/html' },
    410: { means: 'Nobody was asked by this link', type: 'text/html' },
  },
  examples: { 'the link below a survey': { path: { token: example.surveyToken }, answer: 200 } },
};
