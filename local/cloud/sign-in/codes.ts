import { createHash, randomBytes } from 'node:crypto';

/** What a code stands for: who signed in, for which client, and the challenge that only its sender can answer. */
export type Granted = { person: string; clientId: string; redirectUri: string; challenge: string; nonce?: string };
export type Presented = { code: string; clientId: string; redirectUri: string; verifier: string };

const LIFE = 60_000;

/** Codes of people who have just signed in, each good once and for a minute. `now` in milliseconds; real time. */
export function createCodes(now = () => performance.now()) {
  const codes = new Map<string, { granted: Granted; until: number }>();
  return {
    give(granted: Granted): string {
      const code = randomBytes(32).toString('base64url');
      codes.set(code, { granted, until: now() + LIFE });
      return code;
    },
    /** What the code stands for; nothing when it is not known, used, too old, or presented by somebody else. */
    take({ code, clientId, redirectUri, verifier }: Presented): Granted | undefined {
      const known = codes.get(code);
      codes.delete(code); // also when it is presented wrongly: whoever has it may have stolen it
      if (!known || known.until < now()) return undefined;
      const { granted } = known;
      const own = granted.clientId === clientId && granted.redirectUri === redirectUri;
      return own && challengeOf(verifier) === granted.challenge ? granted : undefined;
    },
  };
}
export type Codes = ReturnType<typeof createCodes>;

/** PKCE (RFC 7636), method S256. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
