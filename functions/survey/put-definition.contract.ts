import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import { SurveyDefinition } from './definition.ts';
import { SurveyId } from './survey-fact.ts';

const survey = {
  purpose: 'Decide which team needs more people in the evening.',
  owner: 'cyrus',
  kind: 'transactional',
  languages: ['en'],
  questions: [
    {
      kind: 'csat',
      id: 'satisfaction',
      characteristic: 'overall',
      required: true,
      text: { en: 'How satisfied are you with how we handled your case?' },
    },
  ],
};

export const contract: Contract = {
  summary: 'Set what a survey asks',
  description: 'A new version; whoever was asked an earlier one goes on answering that.',
  answers: {
    200: {
      means: 'The version in force from now on',
      body: z.strictObject({ surveyId: SurveyId, version: z.int(), ...SurveyDefinition.shape }),
    },
  },
  errors: [new PolicyChangedMeanwhile('surveys/evening')],
  examples: {
    'one question': { as: 'admin', path: { surveyId: 'evening' }, body: survey, answer: 200 },
    'a question in another language only': {
      as: 'admin',
      path: { surveyId: 'evening' },
      body: { ...survey, languages: ['en', 'fa'] },
      answer: 400,
    },
  },
};
