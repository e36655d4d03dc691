import { type Machine, waysOut } from './machine.ts';

/** The variables that an expression somewhere in here reads: `$name`, but no function and nothing of `$states`. */
export function readIn(part: unknown): string[] {
  if (typeof part === 'string') {
    const [, expression = ''] = part.match(/^\{%(.*)%\}$/s) ?? [];
    const names = [...expression.matchAll(/\$([A-Za-z_]\w*)\b(?!\s*\()/g)].map(([, name = '']) => name);
    return names.filter((name) => name !== 'states');
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(readIn) : [];
}

/** A state as it is reached after a step failed, or before any did, and what is certainly set by then. */
export type Reached = { state: string; failedStep: string; set: Set<string> };

/**
 * Follows every way, keeping apart which step failed: what leads from `Go on` back to a step is only taken after that
 * step failed, and what was set before it is set then.
 */
export function reachedIn(machine: Machine): Reached[] {
  const start: Reached = { state: machine.StartAt, failedStep: '', set: new Set() };
  const known = new Map([[key(start), start]]);
  const open = [start];
  for (let from = open.pop(); from; from = open.pop()) {
    for (const way of waysOut(machine.States[from.state] ?? { Type: 'Succeed' })) {
      const wanted = way.condition?.match(/\$failedStep = '([^']+)'/)?.[1];
      if (wanted !== undefined && wanted !== from.failedStep) continue;
      const arriving: Reached = {
        state: way.to,
        failedStep: typeof way.sets.failedStep === 'string' ? way.sets.failedStep : from.failedStep,
        set: new Set([...from.set, ...Object.keys(way.sets)]),
      };
      const there = known.get(key(arriving));
      const both = { ...arriving, set: there ? shared(there.set, arriving.set) : arriving.set };
      if (there && both.set.size === there.set.size) continue;
      known.set(key(both), both);
      open.push(both);
    }
  }
  return [...known.values()];
}

const shared = (one: Set<string>, other: Set<string>) => new Set([...one].filter((name) => other.has(name)));
const key = ({ state, failedStep }: Reached): string => `${state}|${failedStep}`;

/** Every read of a variable that may not be set by then, as `state: variable`. */
export function unsetReads(machine: Machine): string[] {
  const reads = reachedIn(machine).flatMap(({ state, set }) =>
    readIn(machine.States[state])
      .filter((variable) => !set.has(variable))
      .map((variable) => `${state}: ${variable}`),
  );
  return [...new Set(reads)];
}
