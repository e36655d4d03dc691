import { DATA_LIMIT_EXCEEDED, StateFailure, tooLargeCause } from './failure.ts';
import { assignedOf, leftWith } from './history.ts';
import { type Data, data, isTooLarge, type Json } from './json.ts';
import type { Outcome } from './machine.ts';
import { fill } from './template.ts';
import type { Step } from './thread.ts';
import { bindings, type Visit } from './visit.ts';

export type Left = { readonly output: Data; readonly next: string | undefined };
type Leaving = {
  /** What the state hands on if it has no template for its output. */
  readonly unchanged: Data;
  readonly result?: Json;
  readonly errorOutput?: Json;
  readonly next: string | undefined;
};

/** Leaves the state. All expressions see the variables as they were before it. */
export function* leave(visit: Visit, outcome: Outcome, leaving: Leaving): Generator<Step, Left, unknown> {
  const { thread } = visit;
  const { unchanged, next, ...extra } = leaving;
  if (outcome.assign.length === 0 && !outcome.output) return exit(visit, unchanged, next);
  const names = bindings(visit, extra);
  const assigned: Assigned[] = [];
  for (const [variable, template] of outcome.assign) assigned.push([variable, data(yield* fill(template, names))]);
  const output = outcome.output ? data(yield* fill(outcome.output, names)) : unchanged;
  const left = exit(visit, output, next, assigned);
  for (const [variable, { value }] of assigned) thread.variables[variable] = value;
  return left;
}

type Assigned = readonly [variable: string, data: Data];

function exit(visit: Visit, output: Data, next: string | undefined, assigned: readonly Assigned[] = []): Left {
  const { run, thread, name, type } = visit;
  if ([output, ...assigned.map(([, value]) => value)].some(({ text }) => isTooLarge(text)))
    throw new StateFailure(DATA_LIMIT_EXCEEDED, tooLargeCause(name), 'state', thread.last);
  const details = leftWith(name, output.text);
  const texts = assigned.map(([variable, { text }]) => [variable, text]);
  if (texts.length > 0) Object.assign(details, assignedOf(Object.fromEntries(texts)));
  thread.last = run.record(`${type}StateExited`, thread.last, details);
  return { output, next };
}
