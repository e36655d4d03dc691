import { live, type Story } from '../life.ts';
import { customer } from '../people/bank.ts';
import { Chance } from '../simulator/chance.ts';
import { type Definitions, definitions } from '../simulator/machines.ts';
import type { Call, CallFault, Plan, TaskFault } from '../simulator/plan.ts';
import { loadRuntime, type Runtime } from '../simulator/runtime.ts';
import { createWorld, type World } from '../simulator/world.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What goes wrong in a named run: nothing but this. */
export type Script = {
  call?: (call: Call) => CallFault | undefined;
  task?: { machine: string; stateName: string; fault: TaskFault; times: number };
  again?: (what: string) => boolean;
  skew?: () => number;
  /** The machines that are deployed when it begins, instead of today's. */
  machines?: Definitions;
  /** When the life begins, instead of a Monday in November. */
  start?: number;
  /** Done in the world beside what its people do. */
  beside?: (world: World) => void;
  /** Other than the usual life of one customer. */
  story?: Partial<Story>;
};

let prepared: { runtime: Runtime; machines: Definitions } | undefined;
const prepare = async () => ({ runtime: await loadRuntime(), machines: definitions() });

export const amir = customer('amir', { suspicious: ['fraud', 'disputes'] });
export const lostCard = { customer: amir, subject: 'card_amir1', channel: 'app', key: 'amir reports', after: 0 };

/** One customer, one lost card, two departments, and people who look at their tasks every few hours. */
const usual: Story = { customers: [amir], reports: [lostCard], every: [10 * minute, 3 * hour], calmAfter: hour };

/** Plays a life in which one thing goes wrong, and tells what was broken by it. */
export async function playScript(name: string, script: Script = {}): Promise<World> {
  prepared ??= await prepare();
  const seed = [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  const chance = new Chance(seed);
  let failed = 0;
  const plan: Plan = {
    onlyRefuses: false,
    call: (call) => script.call?.(call),
    task({ machine, stateName }) {
      const { task } = script;
      if (task?.machine !== machine || task.stateName !== stateName || failed >= task.times) return undefined;
      failed++;
      return task.fault;
    },
    again: (what) => script.again?.(what) ?? false,
    delay: (least, most) => chance.between(least, most),
    lag: () => chance.between(10, 900),
    skew: () => script.skew?.() ?? 0,
  };
  const { start } = script;
  const world = createWorld(prepared.runtime, {
    seed,
    plan,
    machines: script.machines ?? prepared.machines,
    ...(start && { start }),
  });
  script.beside?.(world);
  await live(world, { ...usual, ...script.story });
  return world;
}

/** How the cases of a world ended. */
export const endings = ({ truth }: World): string[] => [...truth.cases.values()].map(({ current }) => current.status);
