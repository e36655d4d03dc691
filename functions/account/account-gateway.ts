import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AccountSystem } from '../shared/account-system.ts';
import { now } from '../shared/now.ts';
import type { AccountGateway } from './account.ts';
import { bankClient } from './ask-bank.ts';
import { circuitBreaker } from './circuit-breaker.ts';
import { circuitStore } from './circuit-store.ts';
import { httpGateway } from './http-gateway.ts';
import { ledgerGateway } from './ledger-gateway.ts';
import { signingKeyStore } from './signing-key-store.ts';

/** The account system that the stage has chosen; `system` is an `AccountSystem` as JSON. */
export function accountGateway(
  db: Pick<DynamoDBClient, 'send'>,
  secrets: Pick<SecretsManagerClient, 'send'>,
  system: string,
): AccountGateway {
  const { table, bank } = AccountSystem.parse(JSON.parse(system));
  if (!bank) return ledgerGateway(db, table);
  const circuit = circuitBreaker(circuitStore(db, table), now);
  return httpGateway(bankClient({ url: bank.url, keys: signingKeyStore(secrets, bank.signingKey), circuit }));
}
