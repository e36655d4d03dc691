import type { Plugin } from 'vitest/config';

/** Puts `keepsContract` around the handler of every route that a test loads. */
export const checkAnswers: Plugin = {
  name: 'check-answers',
  transform(code, id) {
    const [, entry] = /\/functions\/([^?]+)\.api\.ts$/.exec(id) ?? [];
    if (!entry) return undefined;
    const checked = code.replace('export const handler = ', 'const unchecked = ');
    return {
      code: `${checked}
import { keepsContract } from '/test/support/keeps-contract.ts';
export const handler = keepsContract('${entry}', unchecked);`,
      map: null,
    };
  },
};
