import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { formTokenFor } from './form-token.ts';
import { SurveyAnsweredMeanwhile, SurveyIsAnonymous, SurveyNotOpen } from './refusals.ts';

const token = example.surveyToken;

export const contract: Contract = {
  summary: 'Send the answer to a survey that you asked yourself',
  description:
    'By the id of each question: a number for a rating, the id of a choice or a list of them, a text. What the survey does not ask is refused. The same answer again changes nothing; to change it, send another with the `form` that came with this one.',
  answers: {
    200: {
      means: 'It is recorded, as this version of the answer',
      body: z.strictObject({ caseId: CaseId, version: z.int(), form: z.string(), changeUntil: Instant }),
    },
  },
  errors: [
    new SurveyNotOpen(example.closed),
    new SurveyIsAnonymous(example.closed),
    new SurveyAnsweredMeanwhile(example.closed),
  ],
  examples: {
    'Anna is content': {
      as: 'cus_anna',
      path: { caseId: example.closed },
      body: { token, form: formTokenFor(token, 0), answers: { satisfaction: 5, took: 'hours', comment: 'Thank you!' } },
      answer: 200,
    },
    'a question that nobody asked': {
      as: 'cus_anna',
      path: { caseId: example.closed },
      body: { token, form: formTokenFor(token, 0), answers: { satisfaction: 5, weather: 'fine' } },
      answer: 400,
    },
  },
};
