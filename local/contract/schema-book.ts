import * as z from 'zod/mini';
import { names } from './names.ts';

export type JsonSchema = { [key: string]: unknown };
export type SchemaBook = ReturnType<typeof schemaBook>;

/**
 * Makes JSON Schema of the schemas that the functions check by; what has a name is written down once. What is sent
 * is checked as strictly as it says; in what is only answered, clients must expect to find more one day.
 */
export function schemaBook() {
  const strict: Record<string, JsonSchema> = {};
  const sent = new Set<string>();
  const examples: Record<string, JsonSchema> = {};

  function of(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
    const made = moved(z.toJSONSchema(schema, { metadata: names as never, io })) as JsonSchema;
    const { $schema: _, $defs = {}, ...json } = made as JsonSchema & { $defs?: Record<string, JsonSchema> };
    for (const [name, one] of Object.entries($defs)) add(name, one, io);
    const { id, ...rest } = json;
    if (typeof id !== 'string') return io === 'output' ? (open(rest) as JsonSchema) : rest;
    add(id, rest, io);
    return { $ref: `#/components/schemas/${id}` };
  }

  function add(name: string, { $schema: _, id: __, ...component }: JsonSchema, io: 'input' | 'output'): void {
    if (io === 'input') sent.add(name);
    strict[name] ??= component;
    if (JSON.stringify(strict[name]) !== JSON.stringify(component)) {
      throw new Error(`${name} is not the same in what is sent and in what is answered: it cannot have one name`);
    }
  }

  return {
    of,
    /** Something that is written down as it is. */
    put: (name: string, component: () => JsonSchema) => {
      strict[name] ??= component();
      return { $ref: `#/components/schemas/${name}` };
    },
    example: (name: string, value: unknown): JsonSchema => {
      examples[name] ??= { value };
      return { $ref: `#/components/examples/${name}` };
    },
    examples,
    /** All schemas that have a name, by their name. */
    components: (): Record<string, JsonSchema> =>
      Object.fromEntries(
        Object.entries(strict)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, schema]) => [name, sent.has(name) ? schema : (open(schema) as JsonSchema)]),
      ),
  };
}

const walk = (json: unknown, change: (key: string, value: unknown) => [string, unknown][]): unknown => {
  if (Array.isArray(json)) return json.map((one) => walk(one, change));
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).flatMap(([key, value]) => change(key, value));
  return Object.fromEntries(entries.map(([key, value]) => [key, walk(value, change)]));
};

const moved = (json: unknown) =>
  walk(json, (key, value) => {
    if (value === Number.MAX_SAFE_INTEGER || value === Number.MIN_SAFE_INTEGER) return []; // that much is no limit
    return [[key, key === '$ref' ? String(value).replace('#/$defs/', '#/components/schemas/') : value]];
  });

const open = (json: unknown) =>
  walk(json, (key, value) => (key === 'additionalProperties' && value === false ? [] : [[key, value]]));
