import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Take the link between parent and child off',
  description:
    'On both sides. Cases that are not linked so stay as they are; merged ones are taken out with `unmerge`.',
  answers: { 200: { means: 'The case without the link', body: CaseShown } },
  examples: {
    'they are not linked': {
      as: 'carla',
      path: { caseId: example.complaint, other: example.ready },
      answer: 200,
    },
  },
};
