import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { shownFormFor } from './form-token.ts';

const form = shownFormFor(example.surveyToken, 0, '2026-11-20T09:00:00.000Z');
const path = { token: example.surveyToken };

export const contract: Contract = {
  summary: 'Answer a survey',
  description:
    'The form of the page: each question by its id, and `_form` as the page had it, which is good for one answer. A ' +
    'form that is not complete, older than the last answer, or back within a second comes back with what was filled in. Until the survey ' +
    'is over an answer can be changed by the same link; what comes after that is kept and does not count.',
  takes: {
    path: z.object({ token: z.string() }),
    body: z.record(z.string(), z.string().check(z.maxLength(2000))),
    type: 'application/x-www-form-urlencoded',
  },
  answers: {
    200: { means: 'Thank you', type: 'text/html' },
    404: { means: 'No survey has this link', type: 'text/html' },
    410: { means: 'There is nothing to answer', type: 'text/html' },
    422: { means: 'The form again, with what is missing', type: 'text/html' },
  },
  examples: {
    'four of five': {
      path,
      body: { _form: form, satisfaction: '4', comment: 'Quick and friendly.' },
      answer: 200,
    },
    'without a choice': { path, body: { comment: 'Hm.' }, answer: 422 },
  },
};
