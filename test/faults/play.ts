import { live, type Outcome } from './life.ts';
import { fromSeed } from './seeded.ts';
import type { Definitions } from './simulator/machines.ts';
import type { Plan } from './simulator/plan.ts';
import type { Runtime } from './simulator/runtime.ts';
import { createWorld, START, type World } from './simulator/world.ts';

export type Played = Outcome & { world: World };

/** The life that a seed stands for, from its start to its end; the same one every time. */
export async function playSeed(
  runtime: Runtime,
  machines: Definitions,
  seed: number,
  trace?: (line: string) => void,
): Promise<Played> {
  const { story, plan } = fromSeed(seed);
  let now = () => START;
  const made: Plan = plan(() => now());
  const world = createWorld(runtime, { seed, plan: made, machines, ...(trace && { trace }) });
  now = () => world.clock.now();
  return { world, ...(await live(world, story)) };
}
