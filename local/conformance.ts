import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Ran, RecordedCase } from './states/conformance/case.ts';
import { compare } from './states/conformance/compare.ts';
import { runCase } from './states/conformance/run-case.ts';
import { MachineRefused } from './states/refusal.ts';

// npm run conformance -- DIR [DIR…]: runs every recorded case below the directories and compares event for event.

type Compare = (recorded: RecordedCase, ran: Ran) => readonly string[];

function casesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The rules that lie beside the recordings, or ours. */
async function rulesFor(directory: string): Promise<Compare> {
  for (let at = resolve(directory); ; at = dirname(at)) {
    const file = join(at, 'match.mjs');
    if (existsSync(file)) return ((await import(pathToFileURL(file).href)) as { compare: Compare }).compare;
    if (at === dirname(at)) return compare;
  }
}

type Verdict = 'passed' | 'refused' | 'failed';

async function judge(file: string, rules: Compare): Promise<Verdict> {
  const recorded = JSON.parse(readFileSync(file, 'utf8')) as RecordedCase;
  try {
    const [difference] = rules(recorded, await runCase(recorded));
    if (difference === undefined) return 'passed';
    console.log(`FAILED  ${recorded.name}: ${difference}`);
    return 'failed';
  } catch (error) {
    if (!(error instanceof MachineRefused)) {
      console.log(`FAILED  ${recorded.name}: ${(error as Error).message}`);
      return 'failed';
    }
    console.log(`REFUSED ${recorded.name}: ${error.field} of '${error.state}': ${error.problem}`);
    return 'refused';
  }
}

const directories = process.argv.slice(2);
const verdicts: Verdict[] = [];
for (const directory of directories) {
  const rules = await rulesFor(directory);
  for (const file of casesIn(directory)) verdicts.push(await judge(file, rules));
}
const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
console.log(`${count('passed')} of ${verdicts.length} (${count('refused')} refused)`);
process.exitCode = count('failed') > 0 || verdicts.length === 0 ? 1 : 0;
