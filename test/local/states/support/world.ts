import { MovableClock } from '../../../../local/clock.ts';
import { createEngine, type EngineOptions, type FunctionAnswer } from '../../../../local/states/engine.ts';
import type { HistoryEvent } from '../../../../local/states/history.ts';
import type { Json } from '../../../../local/states/json.ts';
import { seeded } from '../../../../local/states/random.ts';

export const START = Date.UTC(2026, 0, 1);

type Functions = Record<string, (payload: Json, call: number) => FunctionAnswer | Promise<FunctionAnswer>>;

/** An engine on a clock that stands still, with functions that answer as the test says. */
export function world(functions: Functions = {}, options: Partial<EngineOptions> & { clock?: MovableClock } = {}) {
  const clock = options.clock ?? new MovableClock({ start: START });
  const calls: { name: string; payload: Json }[] = [];
  const engine = createEngine({
    clock,
    random: seeded(7),
    region: 'eu-central-1',
    account: '111111111111',
    invokeFunction: async (name, payload) => {
      calls.push({ name, payload });
      const called = calls.filter((call) => call.name === name).length;
      return functions[name]?.(payload, called) ?? { payload: null };
    },
    ...options,
  });
  /** The task token that came with a call of a function. */
  const token = (call = 0) => String((calls[call]?.payload as { token?: string } | undefined)?.token);
  const define = (definition: object, name = 'machine') =>
    engine.createStateMachine({ name, definition: json(definition), roleArn: 'arn:aws:iam::111111111111:role/states' })
      .stateMachineArn;
  const start = (definition: object, input: Json = {}) =>
    engine.startExecution({ stateMachineArn: define(definition), input: json(input) }).executionArn;
  async function history(executionArn: string): Promise<HistoryEvent[]> {
    const events: HistoryEvent[] = [];
    let nextToken: string | undefined;
    do {
      const page = await engine.getExecutionHistory({ executionArn, maxResults: 1000, nextToken });
      events.push(...page.items);
      nextToken = page.nextToken;
    } while (nextToken);
    return events;
  }

  /** Runs to the end, however long it takes on the clock. */
  async function run(definition: object, input: Json = {}) {
    const executionArn = start(definition, input);
    await clock.settle();
    while (!engine.describeExecution(executionArn).end && clock.next !== undefined)
      await clock.advance(clock.next - clock.now());
    const { end } = engine.describeExecution(executionArn);
    const events = await history(executionArn);
    return {
      executionArn,
      end,
      output: end?.output && (JSON.parse(end.output) as Json),
      events,
      lines: events.map(line),
    };
  }
  return { clock, engine, calls, token, define, start, run, history };
}

export const machine = (states: Record<string, object>, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0],
  States: states,
  ...more,
});

export const task = (name: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  End: true,
  ...more,
});

/** `3<-2 TaskScheduled`: what an event is and which one it follows. */
export const line = ({ id, previousEventId, type }: { id: number; previousEventId: number; type: string }) =>
  `${id}<-${previousEventId} ${type}`;

const json = (value: unknown) => JSON.stringify(value);
