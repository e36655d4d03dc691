import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';
import { Sla } from './sla.ts';

export const contract: Contract = {
  summary: 'What is promised to customers',
  answers: { 200: { means: 'The version in force', body: versionOf({ sla: Sla }) } },
  examples: { 'what is in force': { as: 'cyrus', answer: 200 } },
};
