import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { pageOf } from '../shared/page-shape.ts';
import { ApprovalShown, GoodwillShown } from './approval-shape.ts';

export const contract: Contract = {
  summary: 'What takes two people in a case',
  description: 'What was asked for and what became of it, and what was paid for goodwill.',
  answers: {
    200: {
      means: 'The approvals',
      body: z.extend(pageOf(ApprovalShown), { goodwill: z.array(GoodwillShown) }),
    },
  },
  examples: { 'one that is undecided': { as: 'audrey', path: { caseId: example.waiting }, answer: 200 } },
};
