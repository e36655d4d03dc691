import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { ApprovalAlreadyDecided, ManagerNeeded, OwnApproval } from '../shared/refusals.ts';
import { ApprovalShown } from './approval-shape.ts';

const approvalId = `${example.waiting}.approval.1`;

export const contract: Contract = {
  summary: 'Decide what somebody else asked for',
  description: "The manager of the case's team or an administrator decides, never who asked. A decision is final.",
  answers: { 200: { means: 'The approval, decided', body: ApprovalShown } },
  errors: [
    new OwnApproval(approvalId),
    new ManagerNeeded('cards'),
    new ApprovalAlreadyDecided(approvalId, 'cyrus', 'approved'),
  ],
  examples: {
    'the manager agrees': { as: 'cyrus', path: { approvalId }, body: { decision: 'approved' }, answer: 200 },
    'the manager of another team': { as: 'daria', path: { approvalId }, body: { decision: 'approved' }, answer: 403 },
  },
};
