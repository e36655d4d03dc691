import { type KeyObject, verify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { httpbis } from 'http-message-signatures';

export type Verifier = {
  /** The public keys that are good now, by their ids; two while one takes the place of the other. */
  keys: Record<string, KeyObject>;
  /** Nonces that were used: a request that comes a second time is not the one we were sent. */
  used: Set<string>;
};

// In seconds. Clocks of two machines differ; by more than a minute they do not show the time.
const SKEW = 60;
const params = ['created', 'expires', 'nonce', 'keyid'];

/** Why a request is not to be answered, or nothing when its signature is good, young and new. */
export async function refusalOf(request: IncomingMessage, url: string, { keys, used }: Verifier) {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const method = request.method ?? '';
  const input = headers['signature-input'] ?? '';
  const [, nonce = ''] = /nonce="([^"]+)"/.exec(input) ?? [];
  if (used.has(nonce)) return 'This request was used before';
  const requiredFields = ['@method', '@target-uri', ...(method === 'GET' ? [] : ['idempotency-key'])];
  const required = { requiredFields, requiredParams: params, tolerance: SKEW };
  const keyLookup = async ({ keyid }: { keyid?: string }) => keyNamed(keys, keyid);
  const good = await httpbis.verifyMessage({ keyLookup, ...required }, { method, url, headers }).catch(() => false);
  if (!good) return 'The signature is not good';
  used.add(nonce);
  return undefined;
}

function keyNamed(keys: Record<string, KeyObject>, id = '') {
  const key = keys[id];
  if (!key) return null;
  return {
    id,
    algs: ['ed25519'],
    verify: async (data: Buffer, signature: Buffer) => verify(null, data, key, signature),
  };
}
