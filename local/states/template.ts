import { type Bindings, evaluate } from './evaluate.ts';
import { compileExpression, type Expression } from './expression.ts';
import { EvaluationError } from './failure.ts';
import { isObject, type Json } from './json.ts';
import type { Step } from './thread.ts';

/** A field of a definition: JSON in which any string may be an expression, at any depth. */
export type Template =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly location: string }
  | { readonly kind: 'list'; readonly items: readonly Template[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, Template])[] };

/** A string is an expression only if it starts with `{%` and ends with `%}`, exactly. */
function sourceOf(value: Json): string | undefined {
  return typeof value === 'string' && value.length >= 4 && value.startsWith('{%') && value.endsWith('%}')
    ? value.slice(2, -2).trim()
    : undefined;
}

/**
 * `location` is where the history will say that an expression failed, like `Arguments/Payload/caseId`. Throws an
 * EvaluationError for what is no JSONata.
 */
export function compileTemplate(value: Json, location: string): Template {
  const source = sourceOf(value);
  if (source !== undefined) return compiled(source, location);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => compileTemplate(item, `${location}[${index}]`));
    return items.every((item) => item.kind === 'value') ? { kind: 'value', value } : { kind: 'list', items };
  }
  if (!isObject(value)) return { kind: 'value', value };
  const fields = Object.entries(value).map(
    ([key, field]) => [key, compileTemplate(field, `${location}/${key}`)] as const,
  );
  return fields.every(([, field]) => field.kind === 'value') ? { kind: 'value', value } : { kind: 'object', fields };
}

function compiled(source: string, location: string): Template {
  try {
    return { kind: 'expression', expression: compileExpression(source), location };
  } catch (error) {
    throw new EvaluationError((error as Error).message, location);
  }
}

export function* fill(template: Template, bindings: Bindings): Generator<Step, Json, unknown> {
  switch (template.kind) {
    case 'value':
      return template.value;
    case 'expression':
      return yield* evaluate(template.expression, template.location, bindings);
    case 'list': {
      const items: Json[] = [];
      for (const item of template.items) items.push(yield* fill(item, bindings));
      return items;
    }
    case 'object': {
      const fields: [string, Json][] = [];
      for (const [key, field] of template.fields) fields.push([key, yield* fill(field, bindings)]);
      return Object.fromEntries(fields);
    }
  }
}
