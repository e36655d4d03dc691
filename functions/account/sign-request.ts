import { randomUUID, sign } from 'node:crypto';
import type { SigningKey } from './signing-key-store.ts';

export type BankRequest = { method: 'GET' | 'PUT' | 'DELETE'; url: string; headers: Record<string, string> };

// Seconds. A request that hangs in a queue must not freeze, and above all not unfreeze, long after we gave up on it.
const GOOD_FOR = 30;

/**
 * Signs method, address and idempotency key with Ed25519, good for half a minute and for one use.
 * Written out, since of RFC 9421 (HTTP Message Signatures) a signer needs but this; its readers need the rest.
 */
export function signRequest(request: BankRequest, { keyId, key }: SigningKey, at: Date): BankRequest {
  const { method, url, headers } = request;
  const idempotencyKey = headers['idempotency-key'];
  const covered = [
    ['@method', method],
    ['@target-uri', url],
    ...(idempotencyKey ? [['idempotency-key', idempotencyKey]] : []),
  ];
  const created = Math.floor(at.getTime() / 1000);
  const params = [
    `(${covered.map(([name]) => `"${name}"`).join(' ')})`,
    `created=${created}`,
    `expires=${created + GOOD_FOR}`,
    `nonce="${randomUUID()}"`,
    `keyid="${keyId}"`,
    'alg="ed25519"',
  ].join(';');
  const base = [...covered, ['@signature-params', params]].map(([name, value]) => `"${name}": ${value}`).join('\n');
  const signature = sign(null, Buffer.from(base), key).toString('base64');
  return {
    ...request,
    headers: { ...headers, 'signature-input': `caseloop=${params}`, signature: `caseloop=:${signature}:` },
  };
}
