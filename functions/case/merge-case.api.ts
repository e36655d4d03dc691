import * as z from 'zod/mini';
import { vaultStore } from '../customer/vault-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { mergeCase } from './merge-case.ts';
import { keepNote, Note } from './note.ts';

// POST /cases/{caseId}/merge: into another case of the same customer; its runs end when the stream brings it
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ into: CaseId, note: z.optional(Note) });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  const { into, note } = request.body;
  const target = mustSee(await cases.load(into), into, request);
  const noteId = await keepNote(vault, seen.customerId, note, command);
  return caseReply(await mergeCase(cases, { seen, target, noteId }, request.change), request.scope);
});
