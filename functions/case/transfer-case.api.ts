import * as z from 'zod/mini';
import { vaultStore } from '../customer/vault-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { TeamId } from '../task/task.ts';
import { mustSee } from './access.ts';
import { TransferReason } from './case-fact.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { keepNote, Note } from './note.ts';
import { transferCase } from './transfer-case.ts';

// POST /cases/{caseId}/transfer: to another team
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const policies = policyStore(db, env.POLICIES_TABLE);
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ team: TeamId, reason: TransferReason, note: z.optional(Note) });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  const { note, ...transfer } = request.body;
  const noteId = await keepNote(vault, seen.customerId, note, command);
  const { change } = request;
  const decide = transferCase({ ...transfer, noteId }, await policies.teams());
  return caseReply(await cases.change(caseId, change, decide), request.scope);
});
