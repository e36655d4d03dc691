import type * as z from 'zod';
import { buildMachine } from './build.ts';
import { isObject, type Json } from './json.ts';
import type { TopMachine } from './machine.ts';
import { refuse } from './refusal.ts';
import { Definition } from './schema.ts';
import { checkStructure } from './structure.ts';

/** `local`: only the integrations that the local cloud answers. `any`: whoever runs the machine answers its tasks. */
export type Allowed = 'local' | 'any';

/** Reads a definition. Throws MachineRefused for the first thing in it that is wrong or not supported. */
export function loadMachine(text: string, allowed: Allowed): TopMachine {
  const source = parse(text);
  refuseJsonPath(source, [], undefined);
  const { success, data, error } = Definition.safeParse(source);
  if (!success) throw explained(error.issues);
  checkStructure(data, allowed);
  return { ...buildMachine(data, []), timeoutSeconds: data.TimeoutSeconds };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse([], 'The definition is no JSON');
  }
}

/** Before anything else, so that a JSONPath state is refused for what it is and not for its fields. */
function refuseJsonPath(machine: Json | undefined, path: readonly string[], language: Json | undefined): void {
  if (!isObject(machine) || !isObject(machine.States)) return;
  for (const [name, state] of Object.entries(machine.States)) {
    if (!isObject(state)) continue;
    const own = state.QueryLanguage ?? machine.QueryLanguage ?? language ?? 'JSONPath';
    const at = [...path, 'States', name];
    if (own !== 'JSONata') throw refuse([...at, 'QueryLanguage'], `The query language ${own} is not supported`);
    refuseJsonPath(state.ItemProcessor, [...at, 'ItemProcessor'], own);
    if (!Array.isArray(state.Branches)) continue;
    for (const [index, branch] of state.Branches.entries()) refuseJsonPath(branch, [...at, `Branches[${index}]`], own);
  }
}

type Issue = z.core.$ZodIssue;

function explained(issues: readonly Issue[]) {
  // A field nobody knows says more than what it made go wrong elsewhere.
  const mode = issues.find(({ path }) => path.at(-1) === 'Mode');
  const issue = mode ?? issues.find(({ code }) => code === 'unrecognized_keys') ?? (issues[0] as Issue);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return refuse([...issue.path, key], `The field '${key}' is not supported`);
  }
  if (issue.path.at(-1) === 'Mode') return refuse(issue.path, 'Only INLINE maps are supported');
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.message.endsWith('undefined'))
    return refuse(issue.path, `The field '${String(issue.path.at(-1))}' is required but was missing`);
  return refuse(issue.path, issue.message);
}
