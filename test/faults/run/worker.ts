import { bugs } from '../planted/bugs.ts';
import { playSeed } from '../play.ts';
import { definitions } from '../simulator/machines.ts';
import { loadRuntime } from '../simulator/runtime.ts';
import { playYear } from '../year/play-year.ts';
import type { Job, Result } from './pool.ts';

// A process of its own, for one core: plays what it is told and answers what came of it.
Error.stackTraceLimit = 0;
const answer = (result: Result) => process.send?.(result);

async function play(job: Job): Promise<void> {
  if (job.kind === 'year') return void answer({ kind: 'year', year: await playYear(job) });
  const patches = bugs.find(({ name }) => name === job.bug)?.patches ?? [];
  const runtime = await loadRuntime(patches);
  const machines = definitions(patches);
  for (let seed = job.from; seed < job.from + job.count; seed++) {
    const { steps, world } = await playSeed(runtime, machines, seed);
    const [broken] = world.broken;
    answer({
      kind: 'seed',
      seed,
      steps,
      mails: world.post.mails.length,
      faults: world.faults(),
      ...(broken && { broken }),
    });
    if (broken && job.bug) break;
  }
  answer({ kind: 'done' });
}

process.on('message', (job: Job) => void play(job));
