import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import { CaseRules, shippedCaseRules } from './case-rules.ts';

export const contract: Contract = {
  summary: 'Set how long is waited',
  description:
    'For a customer who stays silent, who is reminded before the case is closed, and for a closed case to be taken up again. What customers were told before stays as they were told.',
  answers: { 200: { means: 'The version in force from now on', body: versionOf(CaseRules.shape) } },
  errors: [new PolicyChangedMeanwhile('cases')],
  examples: {
    'a closed case can be taken up for two months': {
      as: 'admin',
      body: { ...shippedCaseRules, reopenDays: 60 },
      answer: 200,
    },
    'closed as soon as reminded': {
      as: 'admin',
      body: { ...shippedCaseRules, waiting: { remindAfterDays: 13, closeAfterDays: 14 } },
      answer: 400,
    },
  },
};
