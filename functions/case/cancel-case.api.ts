import * as z from 'zod/mini';
import { vaultStore } from '../customer/vault-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { cancelCase } from './cancel-case.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { AfterCancelling, CancelReason } from './life-fact.ts';
import { keepNote, Note } from './note.ts';

// POST /cases/{caseId}/cancel: gives it up; its runs end when the stream brings it
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ reason: CancelReason, accounts: z.optional(AfterCancelling), note: z.optional(Note) });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  const { note, ...cancelling } = request.body;
  const noteId = await keepNote(vault, seen.customerId, note, command);
  const { change } = request;
  const current = await cases.change(caseId, change, cancelCase({ ...cancelling, noteId }));
  return caseReply(current, request.scope);
});
