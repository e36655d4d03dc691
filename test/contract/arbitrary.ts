import fc from 'fast-check';
import type { JsonSchema } from '../../local/contract/schema-book.ts';

type Parts = JsonSchema & {
  $ref?: string;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  type?: string;
  pattern?: string;
  format?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
};

/** Values that fit a schema of the contract, but for what no schema says. */
export function fitting(schema: JsonSchema, components: Record<string, JsonSchema>): fc.Arbitrary<unknown> {
  const of = (one: JsonSchema): fc.Arbitrary<unknown> => fitting(one, components);
  const { $ref, type, properties, items, ...rest } = schema as Parts;
  if ($ref) return of(components[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {});
  if ('const' in schema) return fc.constant(schema.const);
  if (rest.enum) return fc.constantFrom(...rest.enum);
  const either = rest.anyOf ?? rest.oneOf;
  if (either) return fc.oneof(...either.map(of));
  if (properties) {
    const known = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, of(one)]));
    return fc.record(known, { requiredKeys: rest.required ?? [] });
  }
  if (items) {
    const { minItems: minLength = 0, maxItems = 4 } = rest;
    return fc.array(of(items), { minLength, maxLength: Math.max(minLength, Math.min(maxItems, 4)) });
  }
  if (typeof rest.additionalProperties === 'object') {
    const names = of(rest.propertyNames ?? { type: 'string' }) as fc.Arbitrary<string>;
    return fc.dictionary(names, of(rest.additionalProperties), { maxKeys: 3 });
  }
  if (type === 'integer' || type === 'number') {
    return fc.integer({ min: rest.minimum ?? -1000, max: rest.maximum ?? 1_000_000 });
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return text(rest);
  return fc.jsonValue();
}

function text({ pattern, format, minLength = 0, maxLength = 60 }: Parts): fc.Arbitrary<unknown> {
  if (format === 'date') return fc.constantFrom('2026-11-01', '2026-11-23', '2027-03-21');
  if (format === 'date-time') return fc.constantFrom('2026-11-23T12:00:00.000Z', '2020-01-01T00:00:00.000Z');
  if (pattern && !pattern.includes('\\p')) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.min(maxLength, 80), unit: 'binary' });
}

const nasty = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '${jndi:ldap://x}',
  '{{7*7}}',
  'a'.repeat(70_000),
  '__proto__',
  '۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱',
  'ﷺ'.repeat(500),
  '\ud800',
];
const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

/** Values that fit nothing in particular. */
export const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(...nasty),
  fc.constantFrom(null, -1, 1e308, 2 ** 53, [], {}, { constructor: { prototype: 1 } }),
  fc.constant(deep(2000)),
  fc.constant(Array.from({ length: 5000 }, (_, n) => n)),
);
