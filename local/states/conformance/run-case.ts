import { MovableClock } from '../../clock.ts';
import { createEngine } from '../engine.ts';
import type { What } from '../happening.ts';
import { seeded } from '../random.ts';
import type { TaskCall } from '../run.ts';
import type { Outcome, Ran, RecordedCase } from './case.ts';

type Engine = ReturnType<typeof createEngine>;

/** Runs the definition of a case on a clock of its own; each call of a Task gets the outcome that was recorded next. */
export async function runCase({ definition, input, tasks, actions = [] }: RecordedCase): Promise<Ran> {
  const clock = new MovableClock({ start: Date.UTC(2026, 0, 1) });
  const calls = new Map<string, number>();
  const engine = createEngine({
    clock,
    random: seeded(1),
    region: 'us-east-1',
    account: '111111111111',
    invokeFunction: async () => ({ payload: null }),
    performTask: async (call) => {
      const number = calls.get(call.stateName) ?? 0;
      calls.set(call.stateName, number + 1);
      const outcome = tasks[call.stateName]?.[number];
      if (!outcome) return { what: 'failed', error: 'NotRecorded', cause: `Call ${number + 1} of '${call.stateName}'` };
      return perform(engine, clock, call, outcome);
    },
  });
  const machine = { name: 'recorded', definition: JSON.stringify(definition), roleArn: 'arn:aws:iam::1:role/recorded' };
  const { stateMachineArn } = engine.createStateMachine(machine);
  const { executionArn } = engine.startExecution({ stateMachineArn, input: JSON.stringify(input) });
  const running = () => !engine.describeExecution(executionArn).end;
  const history = async () => (await engine.getExecutionHistory({ executionArn, maxResults: 1000 })).items;
  const left = [...actions];
  await clock.settle();
  for (; running() && (left.length > 0 || clock.next !== undefined); await clock.settle()) {
    const { length } = await history();
    const [action] = left;
    if (action && length >= action.afterEvent) engine.stopExecution({ executionArn, ...left.shift()?.stopExecution });
    else if (clock.next === undefined) break;
    else await clock.advance(clock.next - clock.now());
  }
  const { end } = engine.describeExecution(executionArn);
  const { status = 'RUNNING', output, error, cause } = end ?? {};
  return { status, output, error, cause, events: await history() };
}

/** What the call brings at once; what comes later is sent with its token, as it was then. */
async function perform(
  engine: Engine,
  clock: MovableClock,
  call: TaskCall,
  outcome: Outcome,
): Promise<What | undefined> {
  if (outcome.submitted === undefined) return ending(outcome);
  clock.at(clock.now() + 1, () => void finish(engine, call, outcome));
  return { what: 'submitted', output: JSON.stringify(outcome.submitted) };
}

function ending({ return: output, throw: failure }: Outcome): What | undefined {
  if (failure) return { what: 'failed', error: failure.Error, cause: failure.Cause };
  return output === undefined ? undefined : { what: 'succeeded', output: JSON.stringify(output) };
}

function finish(engine: Engine, { taskToken = '' }: TaskCall, outcome: Outcome): void {
  const { sendTaskSuccess, sendTaskFailure, sendTaskHeartbeat = 0 } = outcome;
  for (let beat = 0; beat < sendTaskHeartbeat; beat++) engine.sendTaskHeartbeat({ taskToken });
  if (sendTaskSuccess !== undefined) engine.sendTaskSuccess({ taskToken, output: JSON.stringify(sendTaskSuccess) });
  if (sendTaskFailure) engine.sendTaskFailure({ taskToken, ...sendTaskFailure });
  const end = ending(outcome);
  if (end?.what === 'succeeded') engine.sendTaskSuccess({ taskToken, output: end.output });
  if (end?.what === 'failed') engine.sendTaskFailure({ taskToken, error: end.error, cause: end.cause });
}
