import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // What a function logs is shown for the tests that fail.
    silent: 'passed-only',
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
