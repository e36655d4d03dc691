import * as z from 'zod/mini';
import { vaultStore } from '../customer/vault-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { Priority, PriorityReason } from './case-fact.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { changePriority } from './change-priority.ts';
import { keepNote, Note } from './note.ts';

// POST /cases/{caseId}/priority
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ priority: Priority, reason: PriorityReason, note: z.optional(Note) });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  const { note, ...urgency } = request.body;
  const noteId = await keepNote(vault, seen.customerId, note, command);
  const { change } = request;
  const current = await cases.change(caseId, change, changePriority({ ...urgency, noteId }));
  return caseReply(current, request.scope);
});
