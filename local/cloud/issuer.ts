import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as jose from 'jose';
import type { Clock } from '../clock.ts';

const TEN_YEARS = 10 * 365 * 24 * 60 * 60;
const ALGORITHM = 'RS256'; // an HTTP API accepts no others than RSA signatures

/** Stands in for every identity provider that the template's authorizers trust. */
export interface Issuer {
  /** A signed token. Valid for ten years on the clock, unless the claims say `exp` (seconds since the epoch). */
  token(claims: jose.JWTPayload): Promise<string>;
  /** The claims of a token of `issuer` that is good now. Throws if it is not, or not signed with the key of this one. */
  verify(token: string, issuer: string): Promise<jose.JWTPayload>;
  /** The public keys. */
  keys(): Promise<jose.JSONWebKeySet>;
}

/** `file` keeps the key, so that tokens stay good after a restart. A new one is made in the background. */
export function createIssuer(clock: Clock, file?: string): Issuer {
  const key = (file && existsSync(file) ? readKey(file) : newKey(file)).then(usable);
  return {
    keys: async () => (await key).publicKeys,
    async token(claims) {
      const { privateKey, kid } = await key;
      const now = Math.floor(clock.now() / 1000);
      return new jose.SignJWT({ iat: now, exp: now + TEN_YEARS, jti: crypto.randomUUID(), ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
        .sign(privateKey);
    },
    async verify(token, issuer) {
      const currentDate = new Date(clock.now());
      const options = { issuer, currentDate, algorithms: [ALGORITHM], requiredClaims: ['exp'] };
      return (await jose.jwtVerify(token, (await key).find, options)).payload;
    },
  };
}

async function usable(key: jose.JWK) {
  const { kty = 'RSA', n = '', e = '', kid = '' } = key;
  const publicKeys: jose.JSONWebKeySet = { keys: [{ kty, n, e, kid, alg: ALGORITHM, use: 'sig' }] };
  return {
    kid,
    publicKeys,
    find: jose.createLocalJWKSet(publicKeys),
    privateKey: await jose.importJWK(key, ALGORITHM),
  };
}

const readKey = async (file: string): Promise<jose.JWK> => JSON.parse(readFileSync(file, 'utf8'));

async function newKey(file?: string): Promise<jose.JWK> {
  const { privateKey } = await jose.generateKeyPair(ALGORITHM, { extractable: true });
  const made = await jose.exportJWK(privateKey);
  const key = { ...made, kid: await jose.calculateJwkThumbprint(made) };
  if (file) writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  return key;
}
