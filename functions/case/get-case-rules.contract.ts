import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';
import { CaseRules } from './case-rules.ts';

export const contract: Contract = {
  summary: 'How long is waited',
  answers: { 200: { means: 'The version in force', body: versionOf(CaseRules.shape) } },
  examples: { 'what comes with the service': { as: 'cyrus', answer: 200 } },
};
