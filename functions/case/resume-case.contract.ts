import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Go on without waiting',
  description: 'Without what the customer was waited for. A case that does not wait stays as it is.',
  answers: { 200: { means: 'The case goes on', body: CaseShown } },
  examples: { 'the papers came by post': { as: 'carla', path: { caseId: example.waiting }, answer: 200 } },
};
