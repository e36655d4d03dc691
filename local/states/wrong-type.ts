import { EvaluationError } from './failure.ts';
import type { Json } from './json.ts';
import type { Template } from './template.ts';

const typeOf = (value: Json) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** The field wants a value of another type than its expression returned. */
export function wrongType(template: Template, expected: string, value: Json): EvaluationError {
  const { source, location } =
    template.kind === 'expression'
      ? { source: template.expression.source, location: template.location }
      : { source: JSON.stringify(value), location: undefined };
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return new EvaluationError(
    `The JSONata expression '${source}' specified for the field '${location}' returned an unexpected result type. Expected '${expected}', but was '${typeOf(value)}' for value: ${text}`,
    location,
  );
}
