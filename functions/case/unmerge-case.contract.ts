import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Take a merged case out again',
  description:
    'It is a case of its own again, in a new cycle: reviewed anew, with tasks of its own; what was frozen for it still is. A case that was never merged stays as it is.',
  answers: { 200: { means: 'The case as it is now', body: CaseShown } },
  examples: { 'a case that was never merged': { as: 'carla', path: { caseId: example.complaint }, answer: 200 } },
};
