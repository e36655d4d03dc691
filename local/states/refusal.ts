/** A definition that is wrong, or that asks for something this interpreter does not do. */
export class MachineRefused extends Error {
  override readonly name = 'InvalidDefinition';
  constructor(
    /** Where it stands, like `/States/Freeze accounts/Retry[0]`. */
    readonly path: string,
    /** The innermost state it belongs to, if it belongs to one. */
    readonly state: string | undefined,
    /** The field at fault. */
    readonly field: string,
    readonly problem: string,
  ) {
    super(`Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ${problem} at ${path}'`);
  }
}

type Path = readonly PropertyKey[];

/** `path` leads from the top of the definition to the field, state names included. */
export function refuse(path: Path, problem: string): MachineRefused {
  const states = path.findLastIndex((key, index) => key === 'States' && index < path.length - 1);
  const state = states < 0 ? undefined : String(path[states + 1]);
  const field = path.slice(states < 0 ? 0 : states + 2);
  return new MachineRefused(written(path), state, field.map(String).join('.') || 'States', problem);
}

const written = (path: Path) =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `/${String(key)}`)).join('') || '/';
