import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';

export const contract: Contract = {
  summary: 'The page of a survey',
  description:
    'For the customer, in their language. However often it is opened, nothing is recorded. `score` comes from the link ' +
    'in the mail and is only filled in.',
  takes: {
    path: z.object({ token: z.string() }),
    query: z.object({ score: z.optional(z.string()) }),
  },
  answers: {
    200: { means: 'The form, with the answer that was given before', type: 'text/html' },
    404: { means: 'No survey has this link', type: 'text/html' },
    410: { means: 'It can no longer be answered', type: 'text/html' },
  },
  examples: {
    'the link in the mail': { path: { token: example.surveyToken }, query: { score: '4' }, answer: 200 },
    'a link that never was': { path: { token: 'made-up' }, answer: 404 },
  },
};
