import type { Chance, Expression, Names } from './expression.ts';
import { EvaluationError } from './failure.ts';
import type { Json } from './json.ts';
import { isFunction, plain } from './plain.ts';
import type { Step } from './thread.ts';

export type Bindings = { readonly names: Names; readonly chance: Chance };

/** The value of an expression; every failure carries the message that Step Functions records. */
export function* evaluate(
  expression: Expression,
  location: string,
  { names, chance }: Bindings,
): Generator<Step, Json, unknown> {
  const known = expression.quick(names);
  if (known !== undefined) return known;
  const problem = (what: string) =>
    new EvaluationError(
      `The JSONata expression '${expression.source}' specified for the field '${location}' ${what}`,
      location,
    );
  let value: unknown;
  try {
    value = yield expression.run(names, chance);
  } catch (error) {
    throw problem(`threw an error during evaluation. ${described(error)}`);
  }
  if (value === undefined) throw problem('returned nothing (undefined).');
  if (isFunction(value)) throw problem('returned an unsupported result type.');
  return plain(value);
}

function described(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code === undefined ? `${message}` : `${code}: ${message}`;
}
