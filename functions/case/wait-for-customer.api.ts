import * as z from 'zod/mini';
import { vaultStore } from '../customer/vault-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { WaitingFor } from './case-fact.ts';
import { caseRulesStore } from './case-rules-store.ts';
import { caseStore } from './case-store.ts';
import { caseReply } from './case-view.ts';
import { keepNote, Note } from './note.ts';
import { waitForCustomer } from './wait-for-customer.ts';

// POST /cases/{caseId}/wait: for the customer
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const rules = caseRulesStore(versionStore(db, env.POLICIES_TABLE));
const path = z.object({ caseId: CaseId });
const body = z.strictObject({ for: WaitingFor, note: z.optional(Note) });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const seen = mustSee(await cases.load(caseId), caseId, request);
  const noteId = await keepNote(vault, seen.customerId, request.body.note, command);
  const { change } = request;
  const decide = waitForCustomer({ reason: request.body.for, noteId }, await rules.inForce(), request.now);
  return caseReply(await cases.change(caseId, change, decide), request.scope);
});
