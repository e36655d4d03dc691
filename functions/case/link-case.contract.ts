import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseIsClosed } from '../shared/errors.ts';
import { CaseShown } from './case-shape.ts';
import { CaseHasOthers, CaseIsLinked } from './link-refusals.ts';

export const contract: Contract = {
  summary: 'Link a case to another as its parent or its child',
  description:
    '`as` is what this case is to the other. The other gets the link seen from its side. A parent is decided on and closed when its children are; a child is part of a greater incident, and its customer is not asked how it went. A child has one parent and no children.',
  answers: { 200: { means: 'The case with its links', body: CaseShown } },
  errors: [
    new CaseIsClosed(example.closed),
    new CaseIsLinked(example.complaint, { caseId: example.ready, as: 'child' }),
    new CaseHasOthers(example.complaint, [example.investigated]),
  ],
  examples: {
    'one of many that an outage hit': {
      as: 'carla',
      path: { caseId: example.complaint },
      body: { to: example.ready, as: 'child' },
      answer: 200,
    },
    'to a case that is closed': {
      as: 'carla',
      path: { caseId: example.complaint },
      body: { to: example.closed, as: 'child' },
      answer: 409,
    },
  },
};
