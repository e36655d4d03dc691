import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Broken } from '../simulator/world.ts';
import type { Year } from '../year/play-year.ts';

/** Seeds to play, in a version with a planted bug if one is named; or a part of a bank's year. */
export type Job =
  | { kind: 'seeds'; from: number; count: number; bug?: string }
  | { kind: 'year'; seed: number; cases: number };
export type Played = { kind: 'seed'; seed: number; steps: number; mails: number; faults: number; broken?: Broken };
export type Result = Played | { kind: 'done' } | { kind: 'year'; year: Year };

// Most of what a simulation makes is forgotten at once; with more room for it (MB) it is looked through less often. A
// helper that looks through it would run on the core of another process.
const memory = ['--max-semi-space-size=64', '--single-threaded-gc'];

/** Gives the jobs to as many processes as there are cores, and tells every result as it comes. */
export async function onAllCores(jobs: readonly Job[], told: (result: Result, job: Job) => void): Promise<void> {
  const left = [...jobs];
  const workers = Array.from({ length: Math.min(availableParallelism(), jobs.length) }, async () => {
    const worker = fork(join(import.meta.dirname, 'worker.ts'), {
      execArgv: [...process.execArgv, ...memory],
    });
    for (let job = left.shift(); job; job = left.shift()) await perform(worker, job, told);
    worker.kill();
  });
  await Promise.all(workers);
}

function perform(worker: ChildProcess, job: Job, told: (result: Result, job: Job) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`A process of the simulation ended with ${code}`));
    const hear = (result: Result) => {
      told(result, job);
      if (result.kind === 'seed') return;
      worker.off('message', hear);
      worker.off('exit', died);
      resolve();
    };
    worker.on('message', hear);
    worker.on('exit', died);
    worker.send(job);
  });
}
