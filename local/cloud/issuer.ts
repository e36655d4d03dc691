import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as jose from 'jose';
import type { Clock } from '../clock.ts';

const TEN_YEARS = 10 * 365 * 24 * 60 * 60;
const ALGORITHM = 'RS256'; // an HTTP API accepts no others than RSA signatures

/** Stands in for every identity provider that the template's authorizers trust. */
export interface Issuer {
  /** A signed token. Valid for ten years on the clock, unless the claims say `exp` (seconds since the epoch). */
  token(claims: jose.JWTPayload): Promise<string>;
  /** The claims of a token with a good signature, whatever they say. Throws if the signature is not this issuer's. */
  verify(token: string, expected: { issuer: string }): Promise<jose.JWTPayload>;
  readonly keys: jose.JSONWebKeySet;
}

/** `file` keeps the key, so that tokens stay good after a restart. */
export async function createIssuer(clock: Clock, file?: string): Promise<Issuer> {
  const key = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as jose.JWK) : await newKey();
  if (file) writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  const { kty = 'RSA', n = '', e = '', kid = '' } = key;
  const keys: jose.JSONWebKeySet = { keys: [{ kty, n, e, kid, alg: ALGORITHM, use: 'sig' }] };
  const privateKey = await jose.importJWK(key, ALGORITHM);
  const publicKeys = jose.createLocalJWKSet(keys);

  return {
    keys,
    token(claims) {
      const now = Math.floor(clock.now() / 1000);
      return new jose.SignJWT({ iat: now, exp: now + TEN_YEARS, jti: crypto.randomUUID(), ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
        .sign(privateKey);
    },
    async verify(token, { issuer }) {
      const currentDate = new Date(clock.now());
      const options = { issuer, currentDate, algorithms: [ALGORITHM], requiredClaims: ['exp'] };
      return (await jose.jwtVerify(token, publicKeys, options)).payload;
    },
  };
}

async function newKey(): Promise<jose.JWK> {
  const { privateKey } = await jose.generateKeyPair(ALGORITHM, { extractable: true });
  const key = await jose.exportJWK(privateKey);
  return { ...key, kid: await jose.calculateJwkThumbprint(key) };
}
