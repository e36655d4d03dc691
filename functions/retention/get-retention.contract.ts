import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';
import { RetentionRules } from './retention.ts';

export const contract: Contract = {
  summary: 'For how long each class of data is kept',
  description: 'In days after the end of a case.',
  answers: { 200: { means: 'The version in force', body: versionOf(RetentionRules.shape) } },
  examples: { 'what comes with the service': { as: 'cyrus', answer: 200 } },
};
