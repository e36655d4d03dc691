import type { Played } from './play-examples.ts';
import type { PromisedRoute } from './promised-route.ts';
import { responsesOf } from './responses.ts';
import type { JsonSchema, SchemaBook } from './schema-book.ts';

/** `case/open-case` → `openCase`. */
export const operationId = (entry: string): string =>
  entry.slice(entry.indexOf('/') + 1).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `/cases/{caseId}/runs` → `cases`. */
export const tagOf = (path: string): string => path.split('/')[1] ?? '';

/** A route as OpenAPI describes it. */
export function operation(route: PromisedRoute, played: readonly Played[], book: SchemaBook): JsonSchema {
  const { row, takes, contract } = route;
  return {
    operationId: operationId(row.entry),
    tags: [tagOf(row.path)],
    summary: contract.summary,
    ...(contract.description && { description: contract.description }),
    ...(row.callers !== 'public' && { 'x-callers': row.callers }),
    security: row.callers === 'public' ? [] : [{ token: [] }],
    ...withParameters([
      ...parameters('path', takes.path, book),
      ...parameters('query', takes.query, book),
      ...headers(route),
    ]),
    ...(takes.body && { requestBody: requestBody(route, played, book) }),
    responses: responsesOf(route, played, book),
  };
}

const withParameters = (all: JsonSchema[]) => (all.length > 0 ? { parameters: all } : {});

function parameters(where: 'path' | 'query', schema: PromisedRoute['takes']['path'], book: SchemaBook): JsonSchema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = book.of(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function headers({ row, contract, errors }: PromisedRoute): JsonSchema[] {
  const names = [
    ...(row.method === 'POST' && row.callers !== 'public' ? ['IdempotencyKey'] : []),
    ...(errors.some(({ status }) => status === 412) ? ['IfMatch'] : []),
    ...(contract.answers[304] ? ['IfNoneMatch'] : []),
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function requestBody({ takes, contract }: PromisedRoute, played: readonly Played[], book: SchemaBook): JsonSchema {
  const sent = played.filter(({ example, status }) => example.body !== undefined && status < 400);
  const type = contract.takes?.type ?? 'application/json';
  const examples = Object.fromEntries(sent.map(({ name, example }) => [name, { value: example.body }]));
  return {
    required: true,
    content: { [type]: { schema: takes.body && book.of(takes.body, 'input'), examples } },
  };
}
