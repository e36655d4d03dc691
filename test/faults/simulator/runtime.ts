import { bundle, type Globals, type Handler, type Patch } from './bundle.ts';
import type { Chance } from './chance.ts';
import type { SteppingClock } from './clock.ts';
import type { Plan } from './plan.ts';
import { deployed } from './rows.ts';

type Inside = {
  clock: SteppingClock;
  chance: Chance;
  plan: Plan;
  callService: Globals['callService'];
  logged(line: string): void;
};
export type Runtime = { inWorld(inside: Inside): (entry: string) => Handler };

/**
 * The code of the functions, loaded once. It runs in one world at a time: time, chance and the services it sees are
 * those of the world that was made last.
 */
export async function loadRuntime(patches: readonly Patch[] = []): Promise<Runtime> {
  let world: Inside | undefined;
  let skew = 0;
  const now = () => (world?.clock.now() ?? 0) + skew;
  const inWorld = (): Inside => {
    if (!world) throw new Error('No world yet');
    return world;
  };
  const globals: Globals = {
    process: { env: {} },
    console: { log: (line: string) => world?.logged(line) },
    Date: dateOf(now),
    Math: Object.assign(Object.create(Math) as Math, { random: () => inWorld().chance.next() }),
    setTimeout: (task, milliseconds) => inWorld().clock.after(milliseconds, task),
    callService: (...call) => inWorld().callService(...call),
    chance: () => inWorld().chance.next(),
  };
  const start = await bundle(globals, patches);
  return {
    inWorld(inside) {
      world = inside;
      return (entry) => {
        globals.process.env = deployed.get(entry)?.environment ?? {};
        const handler = start(entry);
        return (event, context) => {
          skew = inside.plan.skew();
          return handler(event, context);
        };
      };
    },
  };
}

function dateOf(now: () => number): DateConstructor {
  // A class above Date would make every date ten times as slowly.
  function OfWorld(...given: [] | [string | number | Date]): Date {
    return new Date(given.length === 0 ? now() : given[0]);
  }
  const { UTC, parse, prototype } = Date;
  return Object.assign(OfWorld, { now, UTC, parse, prototype }) as unknown as DateConstructor;
}
