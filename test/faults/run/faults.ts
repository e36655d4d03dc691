import { bugs } from '../planted/bugs.ts';
import { playSeed } from '../play.ts';
import { definitions } from '../simulator/machines.ts';
import { loadRuntime } from '../simulator/runtime.ts';
import { playNamed } from './named.ts';
import { options } from './options.ts';
import { type Job, onAllCores, type Played } from './pool.ts';

// npm run faults: 10,000 lives, each from a seed; with --seed N, one of them, told step by step; with --named, every
// named run, of which an ordinary test run plays a sample.

const CHUNK = 100;
const { seed, from = 1, count = 10_000, bug, named } = options;
async function tellOne(seed: number): Promise<void> {
  const patches = bugs.find(({ name }) => name === bug)?.patches ?? [];
  const runtime = await loadRuntime(patches);
  const { steps, world } = await playSeed(runtime, definitions(patches), seed, console.log);
  console.log(`seed ${seed}: ${steps} steps, ${world.faults()} faults, ${world.post.mails.length} mails`);
  if (world.broken.length > 0) process.exitCode = 1;
}

async function playMany(): Promise<void> {
  const jobs = Array.from(
    { length: Math.ceil(count / CHUNK) },
    (_, n): Job => ({
      kind: 'seeds',
      from: from + n * CHUNK,
      count: Math.min(CHUNK, count - n * CHUNK),
    }),
  );
  const began = Date.now();
  const played: Played[] = [];
  await onAllCores(jobs, (result) => {
    if (result.kind !== 'seed') return;
    played.push(result);
    if (result.broken) complain(result);
    if (played.length % 1000 === 0) console.log(`${summary(played)}, ${seconds(began)} s`);
  });
  const broken = played.filter((one) => one.broken).length;
  console.log(`${summary(played)}; ${broken} broken, ${seconds(began)} s`);
  if (broken > 0 || played.length !== count) process.exitCode = 1;
}

function complain({ seed, broken }: Played): void {
  console.log(`seed ${seed}: ${broken?.invariant}: ${broken?.why}\n  npm run faults -- --seed ${seed}`);
}

const seconds = (began: number) => ((Date.now() - began) / 1000).toFixed(0);

function summary(played: readonly Played[]): string {
  const sum = (of: 'steps' | 'mails' | 'faults') => played.reduce((all, one) => all + one[of], 0).toLocaleString('en');
  return `${played.length} lives, ${sum('steps')} steps, ${sum('faults')} faults, ${sum('mails')} mails`;
}

if (named) process.exitCode = playNamed();
else if (seed === undefined) await playMany();
else await tellOne(seed);
