import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { Role, Scope } from '../shared/caller.ts';
import { CaseId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { pageOf } from '../shared/page-shape.ts';

const Access = z.strictObject({
  about: z.string(),
  at: Instant,
  requestId: z.string(),
  reader: z.string(),
  roles: z.array(Role),
  scope: z.optional(Scope),
  route: z.string(),
  status: z.int(),
  caseId: z.optional(CaseId),
  shown: z.optional(z.array(CaseId)),
});

export const contract: Contract = {
  summary: 'See who was shown what',
  description:
    'Every call of a signed-in caller, also one that was refused: by one of `customer`, `case` (calls that were refused ' +
    'before it was read whose case it is), `by` (the one who called) and `day` (lists of many cases, with what they ' +
    'showed). From `from` up to but not including `to`; of the last thirty days unless they are given. The oldest first.',
  answers: { 200: { means: 'A page of calls', body: pageOf(Access) } },
  examples: {
    'who looked at what of a customer': { as: 'audrey', query: { customer: 'cus_maryam', limit: '2' }, answer: 200 },
    'of everybody at once': { as: 'audrey', answer: 400 },
  },
};
