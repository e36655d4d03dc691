import * as z from 'zod/mini';
import { vaultStore } from '../customer/vault-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { join } from './join-cases.ts';
import { mustBeAnother } from './link-case.ts';
import { keepNote, Note } from './note.ts';

// POST /cases/{caseId}/links: as the parent or the child of another
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ to: CaseId, as: z.enum(['parent', 'child']), note: z.optional(Note) });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  const { to: other, as, note } = request.body;
  mustBeAnother('to', caseId, other);
  mustSee(await cases.load(other), other, { ...request, about: () => undefined });
  const noteId = await keepNote(vault, seen.customerId, note, command);
  return caseReply(await join(cases, { caseId, other, as, noteId }, request.change), request.scope);
});
