import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { checks } from './checks.ts';

// npm run security: everything that checks the promises of SECURITY.md, and how much of it there was
const { values } = parseArgs({
  options: { fuzz: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});

type Report = {
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
};

const folder = mkdtempSync(join(tmpdir(), 'caseloop-security-'));
const outputFile = join(folder, 'report.json');
const files = [...new Set(checks.flatMap((check) => check.files))];
const root = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim();
const run = spawnSync(
  'npx',
  ['vitest', 'run', ...files, '--silent=false', '--reporter=default', '--reporter=json', `--outputFile=${outputFile}`],
  {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FUZZ_REQUESTS: values.fuzz, FUZZ_SEED: values.seed },
    maxBuffer: 64 * 1024 * 1024,
  },
);
const report = JSON.parse(readFileSync(outputFile, 'utf8')) as Report;
rmSync(folder, { recursive: true });

let failures = 0;
for (const { what, files: own, count } of checks) {
  const results = report.testResults.filter(({ name }) => own.some((file) => name.endsWith(file)));
  const tests = results.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status !== 'passed');
  failures += failed.length + (tests.length === 0 ? 1 : 0);
  const number = count?.(run.stdout) ?? tests.length;
  const sign = failed.length === 0 && tests.length > 0 ? styleText('green', '✓') : styleText('red', '✗');
  console.log(
    `${sign} ${number.toLocaleString('en').padStart(9)}  ${what.padEnd(46)} ${styleText('dim', `${tests.length} tests`)}`,
  );
  for (const { fullName } of failed) console.log(`              ${styleText('red', fullName)}`);
}
process.exitCode = failures > 0 ? 1 : 0;
