import * as z from 'zod/mini';
import { accountGateway } from '../account/account-gateway.ts';
import { caseStore } from '../case/case-store.ts';
import { keepNote, Note } from '../case/note.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo, secrets } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { ApprovalId, caseIdOf } from '../shared/ids.ts';
import { Decision } from './approval.ts';
import { decideAndCarryOut } from './decide-and-carry-out.ts';
import { approvalOf } from './decide-approval.ts';
import { showApproval } from './show-approvals.ts';

// POST /approvals/{approvalId}/decide
const env = readEnv('CASE_EVENTS_TABLE', 'ACCOUNT_SYSTEM', 'VAULT_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), bank: accountGateway(db, secrets(), env.ACCOUNT_SYSTEM) };
const vault = vaultStore(db, env.VAULT_TABLE);
const policies = policyStore(db, env.POLICIES_TABLE);
const path = z.object({ approvalId: ApprovalId });
const body = z.strictObject({ decision: Decision, note: z.optional(Note) });

export const handler = api({ path, body }, async ({ command, caller, ...request }) => {
  const { approvalId } = request.path;
  const before = await world.cases.load(caseIdOf(approvalId));
  if (before.status !== 'none') request.about(before.customerId);
  approvalOf(before, approvalId);
  const noteId = await keepNote(vault, before.customerId, request.body.note, command);
  const { change } = request;
  const who = { caller, teams: await policies.teams() };
  const decided = { approvalId, decision: request.body.decision, noteId };
  const current = await decideAndCarryOut(world, decided, change, who);
  return { body: showApproval(current, approvalOf(current, approvalId)) };
});
