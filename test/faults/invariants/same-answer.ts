import { canonical } from '../../../functions/shared/chain.ts';
import type { Invariant } from './invariant.ts';

/**
 * I11: the same request with the same Idempotency-Key has the same answer, and another one with that key has none. A
 * key belongs to whoever sends it, and to the case that it is about. That there was nothing to do may change.
 */
export const sameAnswer: Invariant = {
  name: 'I11 one answer to a request',
  watch(_world, _life, fail) {
    const given = new Map<string, { request: string; text: string }>();
    return {
      answered({ method, path, asked: { as, key, body } }, { status, text }) {
        if (!key || status >= 300 || status === 204) return;
        const request = canonical([method, path, body ?? null]);
        const id = `${as?.id} ${key} ${/case_\w+/.exec(path)?.[0] ?? path}`;
        const known = given.get(id);
        if (!known) given.set(id, { request, text });
        else if (known.request !== request) fail(`${method} ${path}: ${key} was taken for another request`);
        else if (decidedIn(known.text) !== decidedIn(text))
          fail(`${method} ${path}: ${key} was answered in two ways: ${known.text} ${text}`);
      },
    };
  },
};

/** Of an approval, how far it is carried out may have moved on between two answers; what was decided may not. */
const decidedIn = (text: string): string =>
  text.includes('"approvalId"') ? text.replace(/,"lifted":\[[^\]]*\]|,"state":"(approved|carried-out)"/g, '') : text;
