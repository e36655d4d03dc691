import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { PolicyNotFound } from '../shared/errors.ts';
import { SurveyDefinition } from './definition.ts';
import { SurveyId } from './survey-fact.ts';

export const contract: Contract = {
  summary: 'What a survey asks',
  description: 'In the version in force, or in the one that is named. Version 0 came with the service.',
  answers: {
    200: {
      means: 'The survey in this version',
      body: z.strictObject({ surveyId: SurveyId, version: z.int(), ...SurveyDefinition.shape }),
    },
  },
  errors: [new PolicyNotFound('surveys/none')],
  examples: {
    'after a case': { as: 'cyrus', path: { surveyId: 'after-case' }, answer: 200 },
    'a survey that there is not': { as: 'cyrus', path: { surveyId: 'none' }, answer: 404 },
  },
};
