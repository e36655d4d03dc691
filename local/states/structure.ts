import { instantOf } from './instant.ts';
import type { Allowed } from './load.ts';
import { refuse } from './refusal.ts';
import { LOCAL_RESOURCES, parseResource } from './resource.ts';
import type { Definition, MachineSource, StateSource } from './schema.ts';
import { reachable, targets } from './transitions.ts';
import { checkVariables } from './variable-names.ts';

type Path = readonly PropertyKey[];
type Around = {
  readonly allowed: Allowed;
  readonly names: Set<string>;
  /** Variables that are assigned in the machines around this one. */
  readonly outer: ReadonlySet<string>;
};

/** What a schema cannot see: where transitions lead, what is never reached, and what one field means for another. */
export function checkStructure(definition: Definition, allowed: Allowed): void {
  checkMachine(definition, [], { allowed, names: new Set(), outer: new Set() });
}

function checkMachine(machine: MachineSource, path: Path, around: Around): void {
  const { StartAt, States } = machine;
  if (!Object.hasOwn(States, StartAt)) throw refuse([...path, 'StartAt'], `There is no state '${StartAt}'`);
  const inner = { ...around, outer: checkVariables(machine, path, around.outer) };
  for (const [name, state] of Object.entries(States)) {
    const at = [...path, 'States', name];
    if (around.names.has(name)) throw refuse(at, `The state name '${name}' is used twice`);
    around.names.add(name);
    checkState(state, at, inner);
    for (const { target, at: field } of targets(state))
      if (!Object.hasOwn(States, target)) throw refuse([...at, ...field], `There is no state '${target}'`);
  }
  const reached = reachable(machine);
  const lost = Object.keys(States).find((name) => !reached.has(name));
  if (lost !== undefined) throw refuse([...path, 'States', lost], `The state '${lost}' is never reached`);
}

function checkState(state: StateSource, at: Path, around: Around): void {
  if (!['Choice', 'Succeed', 'Fail'].includes(state.Type)) checkOnward(state, at);
  if (state.Type === 'Wait') checkWait(state, at);
  if (state.Type === 'Task') checkTask(state, at, around.allowed);
  if (state.Type === 'Parallel')
    for (const [index, branch] of state.Branches.entries()) checkMachine(branch, [...at, 'Branches', index], around);
  if (state.Type === 'Map') {
    checkMachine(state.ItemProcessor, [...at, 'ItemProcessor'], around);
    for (const field of ['ToleratedFailureCount', 'ToleratedFailurePercentage'] as const)
      if (around.allowed === 'local' && state[field] !== undefined)
        throw refuse([...at, field], `The field '${field}' is not supported`);
  }
  for (const field of ['Retry', 'Catch'] as const) checkErrors(state, field, at);
}

function checkOnward(state: { Next?: string | undefined; End?: boolean | undefined } | object, at: Path): void {
  const { Next, End } = state as { Next?: string; End?: boolean };
  if ((Next === undefined) === (End !== true))
    throw refuse([...at, 'Next'], "Exactly one of 'Next' and 'End' is needed");
}

function checkWait({ Seconds, Timestamp }: Extract<StateSource, { Type: 'Wait' }>, at: Path): void {
  if ((Seconds === undefined) === (Timestamp === undefined))
    throw refuse([...at, 'Seconds'], "Exactly one of 'Seconds' and 'Timestamp' is needed");
  if (Timestamp !== undefined && !/^\{%[\s\S]*%\}$/.test(Timestamp) && instantOf(Timestamp) === undefined)
    throw refuse([...at, 'Timestamp'], 'String does not match RFC3339 timestamp');
}

function checkTask(state: Extract<StateSource, { Type: 'Task' }>, at: Path, allowed: Allowed): void {
  const { Resource, TimeoutSeconds, HeartbeatSeconds } = state;
  if (typeof TimeoutSeconds === 'number' && typeof HeartbeatSeconds === 'number' && HeartbeatSeconds >= TimeoutSeconds)
    throw refuse([...at, 'HeartbeatSeconds'], "'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'");
  const known = allowed === 'any' ? parseResource(Resource) : LOCAL_RESOURCES.find((local) => local === Resource);
  if (!known) throw refuse([...at, 'Resource'], `The resource ${Resource} is not supported`);
}

function checkErrors(state: StateSource, field: 'Retry' | 'Catch', at: Path): void {
  const handlers = (field in state && (state as { Retry?: { ErrorEquals: string[] }[]; Catch?: never })[field]) || [];
  for (const [index, { ErrorEquals }] of (handlers as { ErrorEquals: string[] }[]).entries())
    if (ErrorEquals.includes('States.ALL') && (ErrorEquals.length > 1 || index < handlers.length - 1))
      throw refuse([...at, field, index, 'ErrorEquals'], "'States.ALL' must stand alone, and last");
}
