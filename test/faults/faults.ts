Error.stackTraceLimit = 0;

import { playSeed } from './play.ts';
import { definitions } from './simulator/machines.ts';
import { loadRuntime } from './simulator/runtime.ts';

const args = process.argv.slice(2);
const option = (name: string, otherwise: number) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(args[at + 1]);
};
const runtime = await loadRuntime();
const machines = definitions();
const one = args.includes('--seed');
const first = one ? option('seed', 1) : option('from', 1);
const count = one ? 1 : option('count', 100);
const began = performance.now();
const used = process.cpuUsage();
let steps = 0;
let mails = 0;
const kinds = new Map<string, number>();
for (let seed = first; seed < first + count; seed++) {
  const played = await playSeed(runtime, machines, seed, one ? (line) => console.log(line) : undefined);
  steps += played.steps;
  mails += played.world.post.mails.length;
  const [broken] = played.world.broken;
  if (broken) {
    kinds.set(broken.invariant, (kinds.get(broken.invariant) ?? 0) + 1);
    console.log(`seed ${seed}: ${broken.invariant}: ${broken.why}`);
  }
}
const seconds = process.cpuUsage(used).user / 1e6;
console.log(((performance.now() - began) / 1000).toFixed(1));
console.log(`${count} seeds, ${steps} steps, ${mails} mails, ${(count / seconds).toFixed(1)} seeds/s`, kinds);
