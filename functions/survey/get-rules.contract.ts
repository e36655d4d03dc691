import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';
import { SurveyRules } from './survey-rules.ts';

export const contract: Contract = {
  summary: 'Who is asked which survey, and when',
  answers: { 200: { means: 'The version in force', body: versionOf(SurveyRules.shape) } },
  examples: { 'what comes with the service': { as: 'cyrus', answer: 200 } },
};
