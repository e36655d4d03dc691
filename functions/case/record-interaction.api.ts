import * as z from 'zod/mini';
import { vaultStore } from '../customer/vault-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId, idOf } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { caseStore } from './case-store.ts';
import { Channel } from './channel.ts';
import { recordInteraction } from './record-interaction.ts';
import { endWaiting } from './wait-for-customer.ts';

// POST /cases/{caseId}/interactions
const env = readEnv('CASE_EVENTS_TABLE', 'VAULT_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const vault = vaultStore(db, env.VAULT_TABLE);
const path = z.object({ caseId: CaseId });
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000));
const body = z.strictObject({ channel: Channel, direction: z.enum(['inbound', 'outbound']), text });

export const handler = api({ path, body }, async ({ command, ...request }) => {
  const { caseId } = request.path;
  const { customerId } = mustSee(await cases.load(caseId), caseId, request);
  const { channel, direction } = request.body;
  const interactionId = idOf('int', command);
  const textId = await vault.keepText(customerId, interactionId, request.body.text);
  const { change } = request;
  const said = recordInteraction({ interactionId, channel, direction, textId });
  const { waiting } = await cases.change(caseId, change, said);
  if (waiting?.heard) await cases.change(caseId, { by: change.by, at: change.at }, endWaiting);
  return { status: 201, body: { interactionId } };
});
