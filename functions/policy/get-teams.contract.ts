import type { Contract } from '../contract/contract.ts';
import { PolicyNotFound } from '../shared/errors.ts';
import { Teams } from './policy.ts';
import { versionOf } from './version-shape.ts';

export const contract: Contract = {
  summary: 'The teams in force',
  answers: { 200: { means: 'The version in force', body: versionOf({ teams: Teams }) } },
  errors: [new PolicyNotFound('teams')],
  examples: { 'who works where': { as: 'cyrus', answer: 200 } },
};
