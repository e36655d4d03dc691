import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseIsClosed } from '../shared/errors.ts';
import { CaseShown } from './case-shape.ts';
import { CaseHasOthers, FreezeNotEnded } from './link-refusals.ts';

export const contract: Contract = {
  summary: 'Merge a case into another of the same customer',
  description:
    'It goes on as a part of the other: its runs end, its tasks are taken back, its customer is asked once about both, and a later report of its card joins the other. Both timelines stay, linked from either side, and what was frozen for it stays frozen. Taken back with `unmerge`.',
  answers: { 200: { means: 'The case, merged: `mergedInto` says where it goes on', body: CaseShown } },
  errors: [
    new CaseIsClosed(example.closed),
    new CaseHasOthers(example.complaint, [example.investigated]),
    new FreezeNotEnded(example.complaint),
  ],
  examples: {
    'the complaint is about the same': {
      as: 'carla',
      path: { caseId: example.complaint },
      body: { into: example.investigated, note: 'She complains about this very case.' },
      answer: 200,
    },
    'a case of another customer': {
      as: 'carla',
      path: { caseId: example.complaint },
      body: { into: example.ready },
      answer: 400,
    },
  },
};
