import type { AppError } from '../../functions/shared/errors.ts';
import { problem } from '../../functions/shared/problem.ts';
import type { JsonSchema } from './schema-book.ts';

/** An error as it is answered. */
export const problemOf = (error: AppError): JsonSchema & { type: string } =>
  JSON.parse(problem(error, 'c4a1f0de-0000-4000-8000-000000000000').body ?? '');

/** What all problems have (RFC 9457). */
export const Problem: JsonSchema = {
  type: 'object',
  description: 'What went wrong, as RFC 9457 has it. `type` never changes; `detail` is one sentence for a person.',
  properties: {
    type: { type: 'string', format: 'uri' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri', description: 'Names the request to whoever operates the service.' },
  },
  required: ['type', 'status', 'detail', 'instance'],
};

/** One kind of problem: its type, its status, and what it says besides. */
export function problemSchema(error: AppError): JsonSchema {
  const { type, status, detail: _, instance: __, ...details } = problemOf(error);
  return {
    allOf: [{ $ref: '#/components/schemas/Problem' }],
    type: 'object',
    properties: {
      type: { type: 'string', const: type },
      status: { type: 'integer', const: status },
      ...Object.fromEntries(Object.entries(details).map(([name, value]) => [name, schemaOf(value)])),
    },
    required: ['type', 'status', ...Object.keys(details)],
  };
}

/** The kind of a value: details of a problem are texts, numbers, and lists and groups of them. */
function schemaOf(value: unknown): JsonSchema {
  if (Array.isArray(value)) return { type: 'array', items: schemaOf(value[0]) };
  if (typeof value === 'number') return { type: 'integer' };
  if (typeof value !== 'object' || value === null) return { type: 'string' };
  const properties = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, schemaOf(one)]));
  return { type: 'object', properties, required: Object.keys(properties) };
}
