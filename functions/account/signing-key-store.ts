import { createPrivateKey, type KeyObject } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { minute } from '../shared/now.ts';

/** The secret, as JSON: an Ed25519 key (PKCS #8, PEM) and the name by which the bank knows its public half. */
const Secret = z.object({ keyId: z.string().check(z.regex(/^[\w.:-]{1,100}$/)), privateKey: z.string() });

export type SigningKey = { keyId: string; key: KeyObject };
export type SigningKeys = {
  /** The key to sign with; `fresh` reads it again, for when the bank no longer knows the one we have. */
  current(fresh?: boolean): Promise<SigningKey>;
};

const KEPT_FOR = 5 * minute;

export function signingKeyStore(secrets: Pick<SecretsManagerClient, 'send'>, SecretId: string): SigningKeys {
  let kept: { key: Promise<SigningKey>; readAt: number } | undefined;

  async function read(): Promise<SigningKey> {
    const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
    const { keyId, privateKey } = Secret.parse(JSON.parse(SecretString));
    return { keyId, key: createPrivateKey(privateKey) };
  }

  return {
    current(fresh = false) {
      if (kept && !fresh && Date.now() - kept.readAt < KEPT_FOR) return kept.key;
      const key = read();
      kept = { key, readAt: Date.now() };
      key.catch(() => {
        kept = undefined;
      });
      return key;
    },
  };
}
