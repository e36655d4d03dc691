import type { Schema } from '../../functions/contract/openapi.ts';

/** A schema of the contract as a TypeScript type. */
export function typeText(schema: Schema): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map((one) => `(${typeText(one)})`).join(' | ');
  const own = ownText(schema);
  return schema.allOf ? [...schema.allOf.map(typeText), own].join(' & ') : own;
}

function ownText({ type, properties, required = [], items, additionalProperties }: Schema): string {
  if (properties) {
    const fields = Object.entries(properties).map(
      ([name, one]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeText(one)}`,
    );
    return `{ ${fields.join('; ')} }`;
  }
  if (items) return `(${typeText(items)})[]`;
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0) {
    return `Record<string, ${typeText(additionalProperties)}>`;
  }
  const plain: Record<string, string> = {
    string: 'string',
    integer: 'number',
    number: 'number',
    boolean: 'boolean',
    null: 'null',
  };
  return plain[type ?? ''] ?? (type === 'object' ? 'Record<string, unknown>' : 'unknown');
}

/** What a page is a list of. */
export const itemOf = ({ properties }: Schema): Schema | undefined =>
  properties?.next ? properties.items?.items : undefined;
