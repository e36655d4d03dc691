import { abortOthers } from './abort.ts';
import { EvaluationError } from './failure.ts';
import { type Data, data, type Json } from './json.ts';
import type { Machine, MapState } from './machine.ts';
import { numberOf } from './number-field.ts';
import type { Ended, Run } from './run.ts';
import { fill } from './template.ts';
import { type Step, type Thread, WAIT } from './thread.ts';
import { bindings, type Visit } from './visit.ts';
import { wrongType } from './wrong-type.ts';

export type RunMachine = (run: Run, thread: Thread, machine: Machine, input: Data) => Generator<Step, Data, unknown>;

/** Runs its states once for each item, at most MaxConcurrency at a time; the results stand in the order of the items. */
export function* iterate(visit: Visit, state: MapState, runMachine: RunMachine): Generator<Step, Data, unknown> {
  const { run, thread, name } = visit;
  const items = yield* itemsOf(visit, state);
  const names = bindings(visit);
  const atOnce = (yield* numberOf(state.maxConcurrency, names)) || Number.POSITIVE_INFINITY;
  for (const tolerated of state.tolerated) yield* numberOf(tolerated, names);
  const inputs = yield* inputsOf(visit, state, items);
  const iterations: Thread[] = [];
  const indexed = (type: string, index: number, previous: number) => run.record(type, previous, { name, index });
  const begin = (last: number, index: number) => {
    const item = { Index: index, Value: items[index] as Json };
    const body = (own: Thread) => runMachine(run, own, state.processor, inputs[index] as Data);
    iterations[index] = run.spawn(thread, { last, item, body });
  };
  thread.last = run.record('MapStateStarted', thread.last, { length: items.length });
  const first = inputs.slice(0, atOnce).map((_, index) => indexed('MapIterationStarted', index, thread.last));
  first.forEach(begin);
  const outputs: Json[] = [];
  for (let open = items.length; open > 0; open--) {
    const ended = (yield WAIT) as Ended;
    const index = indexOf(ended.thread);
    if (ended.failure) {
      const { event } = ended.failure;
      indexed('MapIterationFailed', index, event);
      throw abortOthers(run, ended.thread, iterations, ended.failure, (other) =>
        indexed('MapIterationAborted', indexOf(other), event),
      );
    }
    outputs[index] = ended.output?.value as Json;
    const { last } = ended.thread;
    thread.last = indexed('MapIterationSucceeded', index, last);
    const next = iterations.length;
    if (next < items.length) begin(indexed('MapIterationStarted', next, last), next);
  }
  run.record('MapStateSucceeded', thread.last);
  return data(outputs);
}

const indexOf = ({ item }: Thread) => item?.Index ?? 0;

function* itemsOf(visit: Visit, state: MapState): Generator<Step, Json[], unknown> {
  const items = state.items ? yield* fill(state.items, bindings(visit)) : visit.input.value;
  if (Array.isArray(items)) return items;
  if (state.items) throw wrongType(state.items, 'array', items);
  throw new EvaluationError(`Map state input must be an array but was: ${visit.input.text}`, undefined);
}

/** What each iteration starts with: the item, or what ItemSelector makes of it. */
function* inputsOf(visit: Visit, { itemSelector }: MapState, items: Json[]): Generator<Step, Data[], unknown> {
  if (!itemSelector) return items.map(data);
  const inputs: Data[] = [];
  for (const [Index, Value] of items.entries())
    inputs.push(data(yield* fill(itemSelector, bindings(visit, undefined, { Index, Value }))));
  return inputs;
}
