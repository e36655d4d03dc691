import { refuse } from './refusal.ts';
import type { MachineSource, StateSource } from './schema.ts';

type Assigning = { readonly Assign?: object | undefined };

/** Refuses names no expression could read, and names of a scope around. Returns all names in scope further in. */
export function checkVariables(
  { States }: MachineSource,
  path: readonly PropertyKey[],
  outer: ReadonlySet<string>,
): ReadonlySet<string> {
  const own = new Set<string>();
  for (const [state, source] of Object.entries(States))
    for (const name of assignedIn(source)) {
      const at = [...path, 'States', state, 'Assign', name];
      if (!/^[\p{L}_][\p{L}\p{N}_]{0,79}$/u.test(name) || name === 'states')
        throw refuse(at, `'${name}' cannot be the name of a variable`);
      if (outer.has(name)) throw refuse(at, `The variable '${name}' belongs to a scope around and cannot be assigned`);
      own.add(name);
    }
  return new Set([...outer, ...own]);
}

function assignedIn(state: StateSource): string[] {
  const places: Assigning[] = [state as Assigning];
  if (state.Type === 'Choice') places.push(...state.Choices);
  if ('Catch' in state) places.push(...(state.Catch ?? []));
  return places.flatMap(({ Assign }) => Object.keys(Assign ?? {}));
}
