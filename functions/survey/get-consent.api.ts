import * as z from 'zod/mini';
import { mustBeOwn } from '../customer/must-be-own.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId } from '../shared/ids.ts';
import { showConsent } from './consent.ts';
import { contactLedgerStore } from './contact-ledger-store.ts';

// GET /customers/{personId}/consent
const env = readEnv('VAULT_TABLE');
const ledger = contactLedgerStore(dynamo(), env.VAULT_TABLE);

export const handler = api({ path: z.object({ personId: PersonId }) }, async (request) => {
  const customerId = mustBeOwn(request.path.personId, request);
  return { body: showConsent(customerId, await ledger.read(customerId)) };
});
