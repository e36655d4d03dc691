import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseShown } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Look at a case',
  description: 'Customers see how it stands and what was done for them; colleagues also see how it is worked on.',
  answers: {
    200: { means: 'The case; its `ETag` names this version of it', body: CaseShown },
    304: { means: 'It is still the version of `If-None-Match`' },
  },
  examples: {
    'as a colleague': { as: 'carla', path: { caseId: example.investigated }, answer: 200 },
    'as its customer': { as: 'cus_maryam', path: { caseId: example.investigated }, answer: 200 },
    'as another customer': { as: 'cus_james', path: { caseId: example.investigated }, answer: 404 },
  },
};
