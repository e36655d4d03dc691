import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Engine, type FunctionAnswer } from '../../../local/states/engine.ts';
import type { What } from '../../../local/states/happening.ts';
import type { Known } from '../../../local/states/known.ts';
import type { TaskCall } from '../../../local/states/run.ts';
import type { Patch } from './bundle.ts';
import { patched } from './bundle.ts';
import type { Chance } from './chance.ts';
import type { SteppingClock } from './clock.ts';
import type { Functions } from './lambda.ts';
import type { Plan } from './plan.ts';
import { ACCOUNT, machineArn, REGION, workflows } from './rows.ts';

type Surroundings = {
  clock: SteppingClock;
  chance: Chance;
  plan: Plan;
  functions: Functions;
  ended(execution: Known): void;
  note(line: string): void;
};
/** The definitions as they are deployed, by the name of the machine. */
export type Definitions = Readonly<Record<string, string>>;

const folder = join(import.meta.dirname, '../../../statemachines');

/**
 * The deployed files, with the functions and machines in the place of their names. With `release`, a folder that has
 * machines of an earlier release in the place of today's.
 */
export function definitions(patches: readonly Patch[] = [], release = folder): Definitions {
  return Object.fromEntries(
    workflows.map(({ name, steps, starts = {} }) => {
      const file = `${name}.asl.json`;
      const source = readFileSync(join(existsSync(join(release, file)) ? release : folder, file), 'utf8');
      const text = patches.filter((patch) => patch.file === file).reduce(patched, source);
      const answer = (placeholder: string) =>
        steps[placeholder] ? `${steps[placeholder].entry}.step` : machineArn(starts[placeholder]?.workflow ?? '');
      return [name, text.replace(/\$\{(\w+)\}/g, (_, placeholder: string) => answer(placeholder))];
    }),
  );
}

export function createMachines(given: Definitions, world: Surroundings): Engine {
  const { clock, chance, plan, functions, note } = world;

  async function invokeFunction(entry: string, payload: unknown): Promise<FunctionAnswer> {
    const answer = await functions.invoke(entry, payload);
    if ('error' in answer) return { error: answer.error.errorType, cause: JSON.stringify(answer.error) };
    return { payload: answer.payload ?? null };
  }

  /** An error may come before anything was started, or in the place of the answer of what goes on all the same. */
  async function around(call: TaskCall, perform: () => Promise<What | undefined>): Promise<What | undefined> {
    const machine = call.executionArn.split(':')[6] ?? '';
    const fault = plan.task({ stateName: call.stateName, machine });
    if (!fault) return perform();
    note(`fault ${fault.error} ${fault.when}: ${machine} “${call.stateName}”`);
    if (fault.when === 'after') void perform();
    await clock.sleep(plan.delay(20, 3_000));
    return { what: 'failed', error: fault.error, cause: 'of the simulation' };
  }

  const engine = createEngine({
    clock,
    random: chance.next,
    region: REGION,
    account: ACCOUNT,
    invokeFunction,
    around,
    onExecutionEnded: world.ended,
  });
  deploy(engine, given);
  return engine;
}

export function deploy(engine: Engine, given: Definitions): void {
  for (const [name, definition] of Object.entries(given))
    engine.createStateMachine({ name, definition, roleArn: `arn:aws:iam::${ACCOUNT}:role/${name}` });
}
