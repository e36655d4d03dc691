import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import { RetentionRules, shippedRetention } from './retention.ts';

export const contract: Contract = {
  summary: 'Set for how long each class of data is kept',
  description:
    'In days after the end of a case, for every case that has ended. What was kept longer goes within a day, cannot be brought back, and is recorded; nothing goes of a customer under legal hold, nor while a case can still be taken up again or its survey be answered.',
  answers: { 200: { means: 'The version in force from now on', body: versionOf(RetentionRules.shape) } },
  errors: [new PolicyChangedMeanwhile('retention')],
  examples: {
    'mails for five years': { as: 'admin', body: { ...shippedRetention, mails: 1827 }, answer: 200 },
    'what could still be needed': { as: 'admin', body: { ...shippedRetention, conversations: 7 }, answer: 400 },
  },
};
