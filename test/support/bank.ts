import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import { bankClient } from '../../functions/account/ask-bank.ts';
import { circuitBreaker } from '../../functions/account/circuit-breaker.ts';
import { circuitStore } from '../../functions/account/circuit-store.ts';
import { httpGateway } from '../../functions/account/http-gateway.ts';
import { ledgerGateway } from '../../functions/account/ledger-gateway.ts';
import { signingKeyStore } from '../../functions/account/signing-key-store.ts';
import { now } from '../../functions/shared/now.ts';
import { startBank } from '../../local/bank/bank.ts';
import { tableNames } from './tables.ts';

export const newKey = (keyId: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return { keyId, publicKey, secret: JSON.stringify({ keyId, privateKey: pem }) };
};

/** A bank of its own, and functions that ask it: `instance` makes one more, as a cold start does. */
export async function startBankWorld(db: DynamoDBClient) {
  const key = newKey('2026-11');
  const vault = { secret: key.secret, reads: 0 };
  const keys: Record<string, KeyObject> = { [key.keyId]: key.publicKey };
  const bank = await startBank(ledgerGateway(db, tableNames.LEDGER_TABLE), keys);
  afterAll(bank.stop);
  const secrets = {
    async send() {
      vault.reads++;
      return { SecretString: vault.secret };
    },
  };
  let time = now;
  const instance = () =>
    httpGateway(
      bankClient({
        url: bank.url,
        keys: signingKeyStore(secrets as never, 'arn'),
        circuit: circuitBreaker(circuitStore(db, tableNames.LEDGER_TABLE), () => time()),
        patience: { answer: 150, pause: 1, longestPause: 100 },
      }),
    );
  const at = (clock: typeof now) => {
    time = clock;
  };
  return { bank, keys, vault, instance, at };
}
