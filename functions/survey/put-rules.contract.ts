import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import { SurveyRules, shippedRules } from './survey-rules.ts';

export const contract: Contract = {
  summary: 'Set who is asked which survey, and when',
  description: 'For everybody who is not asked yet.',
  answers: { 200: { means: 'The version in force from now on', body: versionOf(SurveyRules.shape) } },
  errors: [new PolicyChangedMeanwhile('survey-rules')],
  examples: {
    'only who agreed is asked': { as: 'admin', body: { ...shippedRules, consent: 'opt-in' }, answer: 200 },
    'more reminders than there is time for': {
      as: 'admin',
      body: { ...shippedRules, reminders: 3, remindAfterDays: 5 },
      answer: 400,
    },
  },
};
