import type { MachineSource, StateSource } from './schema.ts';

type Target = { readonly target: string; readonly at: readonly PropertyKey[] };

/** Every state that can follow this one, and the field that says so. */
export function targets(state: StateSource): Target[] {
  const found: Target[] = [];
  const add = (target: string | undefined, ...at: PropertyKey[]) => target !== undefined && found.push({ target, at });
  if ('Next' in state) add(state.Next, 'Next');
  if (state.Type === 'Choice') {
    add(state.Default, 'Default');
    for (const [index, rule] of state.Choices.entries()) add(rule.Next, 'Choices', index, 'Next');
  }
  if ('Catch' in state)
    for (const [index, { Next }] of (state.Catch ?? []).entries()) add(Next, 'Catch', index, 'Next');
  return found;
}

export function reachable({ StartAt, States }: MachineSource): Set<string> {
  const reached = new Set([StartAt]);
  for (const name of reached) for (const { target } of targets(States[name] as StateSource)) reached.add(target);
  return reached;
}
