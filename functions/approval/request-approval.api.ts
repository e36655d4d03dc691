import * as z from 'zod/mini';
import { mustSee } from '../case/access.ts';
import { caseStore } from '../case/case-store.ts';
import { keepNote, Note } from '../case/note.ts';
import { vaultStore } from '../customer/vault-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { Requested } from './approval.ts';
import { requestApproval } from './request-approval.ts';
import { showApprovals } from './show-approvals.ts';

// POST /cases/{caseId}/approvals: unfreeze, or pay for goodwill
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ request: Requested, note: z.optional(Note) });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  const noteId = await keepNote(vault, seen.customerId, request.body.note, command);
  const { change } = request;
  const current = await cases.change(caseId, change, requestApproval(request.body.request, noteId));
  return { status: 201, body: showApprovals(current) };
});
