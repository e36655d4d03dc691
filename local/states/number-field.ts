import type { Bindings } from './evaluate.ts';
import { fill, type Template } from './template.ts';
import type { Step } from './thread.ts';
import { wrongType } from './wrong-type.ts';

/** The value of a field that takes a number, or undefined for a field that is not there. */
export function* numberOf(
  template: Template | undefined,
  names: Bindings,
): Generator<Step, number | undefined, unknown> {
  if (!template) return undefined;
  const value = yield* fill(template, names);
  if (typeof value !== 'number' || value < 0) throw wrongType(template, 'number', value);
  return value;
}
