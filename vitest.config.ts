import { defineConfig } from 'vitest/config';
import { checkAnswers } from './test/support/check-answers.ts';

export default defineConfig({
  plugins: [checkAnswers],
  test: {
    // What a function logs is shown for the tests that fail.
    silent: 'passed-only',
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
