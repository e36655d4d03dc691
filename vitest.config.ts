import { defineConfig } from 'vitest/config';
import { checkAnswers } from './test/support/check-answers.ts';

export default defineConfig({
  plugins: [checkAnswers],
  test: {
    // What a function logs is shown for the tests that fail.
    silent: 'passed-only',
    include: ['test/**/*.test.ts'],
    // All cores: left to itself, Vitest keeps one for itself, which has little to do.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
