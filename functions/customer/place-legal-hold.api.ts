import * as z from 'zod/mini';
import { keepNote, Note } from '../case/note.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { HoldReason } from './customer-fact.ts';
import { customerRecordStore } from './customer-record-store.ts';
import { placeHold } from './legal-hold.ts';
import { showCustomer } from './show-customer.ts';
import { vaultStore } from './vault-store.ts';

// POST /customers/{personId}/legal-hold: nothing of them may be erased from now on
const env = readEnv('CUSTOMER_RECORDS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const records = customerRecordStore(db, env.CUSTOMER_RECORDS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const path = z.object({ personId: PersonId });
const body = z.strictObject({ reason: HoldReason, note: z.optional(Note) });

export const handler = api({ path, body }, async ({ path: { personId }, body, caller, now, command }) => {
  const noteId = await keepNote(vault, personId, body.note, command);
  const held = await records.change(personId, { by: caller.id, at: now }, placeHold(body.reason, noteId));
  return { body: showCustomer(personId, held) };
});
