import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';

export const contract: Contract = {
  summary: 'Answer a survey',
  description: 'The form of the page. Counts once; a form that is not complete comes back with what was filled in.',
  takes: {
    path: z.object({ token: z.string() }),
    body: z.object({
      score: z.enum(['1', '2', '3', '4', '5']),
      comment: z.optional(z.string().check(z.maxLength(2000))),
    }),
    type: 'application/x-www-form-urlencoded',
  },
  answers: {
    200: { means: 'Thank you', type: 'text/html' },
    404: { means: 'No survey has this link', type: 'text/html' },
    409: { means: 'It was answered before', type: 'text/html' },
    410: { means: 'It can no longer be answered', type: 'text/html' },
    422: { means: 'The form again, with what is missing', type: 'text/html' },
  },
  examples: {
    'four of five': {
      path: { token: example.surveyToken },
      body: { score: '4', comment: 'Quick and friendly.' },
      answer: 200,
    },
    'without a score': { path: { token: example.surveyToken }, body: { comment: 'Hm.' }, answer: 422 },
  },
};
