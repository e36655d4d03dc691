import type { Invariant } from './invariant.ts';

/** I11: the same request with the same Idempotency-Key has the same answer. */
export const sameAnswer: Invariant = {
  name: 'I11 one answer to a request',
  watch: (_, { accepted }, fail) => ({
    settled() {
      const answers = new Map<string, string>();
      for (const { report, text } of accepted) {
        const known = answers.get(report.key) ?? text;
        if (known !== text) fail(`${report.key} was answered in two ways: ${known} ${text}`);
        answers.set(report.key, text);
      }
    },
  }),
};
