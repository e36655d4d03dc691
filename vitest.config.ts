import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { checkAnswers } from './test/support/check-answers.ts';

// Loading what they test is half the work of most tests, and a scenario or a life starts quicker where another was
// played: they run one after another in a process that has it loaded. What loads the entry of a function, which reads
// its environment then, or changes the environment itself, has a process of its own.
const needsItsOwn =
  /process\.env|support\/entries|contract\/scene|(from|import\() ?['`].*\.(api|step|schedule|stream|event)\.ts/;
const here = import.meta.dirname;
const together = readdirSync(join(here, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => `test/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && !needsItsOwn.test(readFileSync(join(here, file), 'utf8')));

export default defineConfig({
  plugins: [checkAnswers],
  test: {
    // What a function logs is shown for the tests that fail.
    silent: 'passed-only',
    // All cores: left to itself, Vitest keeps one for itself, which has little to do.
    maxWorkers: '100%',
    // More room for what is young: a service with all its functions in one process makes much that is soon forgotten.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: together } },
      { extends: true, test: { name: 'together', include: together, isolate: false } },
    ],
  },
});
