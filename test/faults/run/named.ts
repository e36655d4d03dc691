import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The families of named runs, by the number of their file, and how many runs each ought to have at least. */
const families: Record<string, [what: string, wanted: number]> = {
  f01: ['tasks that fail', 840],
  f02: ['crashes at every call', 80],
  f03: ['what comes again', 40],
  f04: ['callbacks', 21],
  f05: ['surveys', 12],
  f06: ['clocks', 44],
  f07: ['two people at once', 330],
  f08: ['batches with poison', 65],
  f09: ['upgrades', 3],
  f10: ['volumes', 4],
};

type Report = { testResults: { name: string; assertionResults: { status: string }[] }[] };

/** Plays every named run, and tells how many there were of each family. @returns what the process is to exit with */
export function playNamed(): number {
  const folder = mkdtempSync(join(tmpdir(), 'named-runs-'));
  const file = join(folder, 'report.json');
  const env = { ...process.env, NAMED_RUNS: 'all' };
  const report = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = spawnSync('npx', ['vitest', 'run', 'test/faults/families', ...report], { env, stdio: 'inherit' });
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  rmSync(folder, { recursive: true });
  return tell(testResults) ? (status ?? 1) : 1;
}

/** False when a family has fewer runs than it ought to have. */
function tell(results: Report['testResults']): boolean {
  let enough = true;
  const line = (family: string, ...figures: (string | number)[]) =>
    console.log(`${family.padEnd(30)}${figures.map((one) => String(one).padStart(9)).join('')}`);
  line('family', 'wanted', 'played', 'passed');
  for (const [id, [what, wanted]] of Object.entries(families)) {
    const runs = results.filter(({ name }) => basename(name).startsWith(id)).flatMap((one) => one.assertionResults);
    line(`${id.toUpperCase()} ${what}`, wanted, runs.length, runs.filter(({ status }) => status === 'passed').length);
    enough &&= runs.length >= wanted;
  }
  return enough;
}
