import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { Contact } from './contact.ts';
import { vaultStore } from './vault-store.ts';

// PUT /contacts/{personId}: how to reach a customer or a colleague
const env = readEnv('VAULT_TABLE');
const vault = vaultStore(dynamo(), env.VAULT_TABLE);

export const handler = api({ path: z.object({ personId: PersonId }), body: Contact }, async ({ path, body }) => {
  await vault.putContact(path.personId, body);
  return { status: 204, body: undefined };
});
