import { abortOthers } from './abort.ts';
import { type Data, data, type Json } from './json.ts';
import type { ParallelState } from './machine.ts';
import type { Ended } from './run.ts';
import type { RunMachine } from './run-map.ts';
import { fill } from './template.ts';
import { type Step, type Thread, WAIT } from './thread.ts';
import { bindings, type Visit } from './visit.ts';

/** Runs all branches side by side; their results stand in the order of the branches. */
export function* branchOut(visit: Visit, state: ParallelState, runMachine: RunMachine): Generator<Step, Data, unknown> {
  const { run, thread } = visit;
  const input = state.arguments ? data(yield* fill(state.arguments, bindings(visit))) : visit.input;
  const started = run.record('ParallelStateStarted', thread.last);
  thread.last = started;
  const branches: Thread[] = state.branches.map((branch) =>
    run.spawn(thread, { last: started, item: thread.item, body: (own) => runMachine(run, own, branch, input) }),
  );
  const outputs: Json[] = [];
  for (let open = branches.length; open > 0; open--) {
    const ended = (yield WAIT) as Ended;
    if (ended.failure) throw abortOthers(run, ended.thread, branches, ended.failure);
    outputs[branches.indexOf(ended.thread)] = ended.output?.value as Json;
    thread.last = ended.thread.last;
  }
  run.record('ParallelStateSucceeded', thread.last);
  return data(outputs);
}
