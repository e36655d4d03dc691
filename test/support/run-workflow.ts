import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MovableClock } from '../../local/clock.ts';
import { createEngine } from '../../local/states/engine.ts';
import type { Json } from '../../local/states/json.ts';
import { seeded } from '../../local/states/random.ts';

type Payload = { taskToken?: string; [name: string]: unknown };
export type Behaviour = (payload: Payload, run: RunningWorkflow) => unknown;
export type RunningWorkflow = {
  clock: MovableClock;
  /** Answers a waiting state as the backend would. */
  answer: (taskToken: string, output: object) => void;
};

/** Throws an error of this name, `times` times or for ever; then does as told. */
export const fails = (name: string, times = Number.POSITIVE_INFINITY, then: Behaviour = () => ({})): Behaviour => {
  let failed = 0;
  return (payload, run) => {
    if (failed++ < times) throw Object.assign(new Error(name), { name });
    return then(payload, run);
  };
};

/** A person, or the customer, answers after so many milliseconds. */
export const answersAfter =
  (milliseconds: number, output: object): Behaviour =>
  ({ taskToken = '' }, { clock, answer }) => {
    clock.at(clock.now() + milliseconds, () => answer(taskToken, output));
  };

/** Nobody ever does. */
export const never: Behaviour = () => null;

type Functions = Record<string, Behaviour>;
const account = '111111111111';
const arn = (name: string) => `arn:aws:states:eu-central-1:${account}:stateMachine:${name}`;

/** Runs a file of statemachines/ as it is deployed, in virtual time, with these functions behind its placeholders. */
export async function runWorkflow(name: string, options: { input: Json; functions: Functions; days?: number }) {
  const clock = new MovableClock({ start: Date.parse('2026-03-20T08:00:00Z') });
  const calls: Record<string, Payload[]> = {};
  const engine = createEngine({
    clock,
    random: seeded(7),
    region: 'eu-central-1',
    account,
    invokeFunction: async (called, payload) => {
      calls[called] = [...(calls[called] ?? []), payload as Payload];
      try {
        const run = {
          clock,
          answer: (taskToken: string, output: object) =>
            engine.sendTaskSuccess({ taskToken, output: JSON.stringify(output) }),
        };
        const result = await (options.functions[called] ?? (() => ({})))(payload as Payload, run);
        return { payload: (result ?? null) as Json };
      } catch (error) {
        const { name: errorType, message } = error as Error;
        return { error: errorType, cause: JSON.stringify({ errorType, errorMessage: message }) };
      }
    },
  });
  for (const machine of ['case', 'complaint', 'investigation', 'survey', 'campaign']) {
    engine.createStateMachine({
      name: machine,
      definition: definitionOf(machine),
      roleArn: `arn:aws:iam::${account}:role/test`,
    });
  }
  const started = engine.startExecution({
    stateMachineArn: arn(name),
    name: 'run',
    input: JSON.stringify(options.input),
  });
  await clock.advance((options.days ?? 1) * 86_400_000);
  const { items: events } = await engine.getExecutionHistory({ executionArn: started.executionArn, maxResults: 1000 });
  const visited = events.flatMap((event) =>
    event.stateEnteredEventDetails ? [String(event.stateEnteredEventDetails.name)] : [],
  );
  const { end } = engine.describeExecution(started.executionArn);
  return {
    executionArn: started.executionArn,
    visited,
    calls,
    events,
    status: end?.status ?? 'RUNNING',
    end,
    engine,
    clock,
  };
}

function definitionOf(name: string): string {
  const text = readFileSync(join(import.meta.dirname, `../../statemachines/${name}.asl.json`), 'utf8');
  return text.replace(/\$\{(\w+)\}/g, (_, placeholder: string) =>
    placeholder.endsWith('Workflow') ? arn(placeholder.replace('Workflow', '').toLowerCase()) : placeholder,
  );
}
