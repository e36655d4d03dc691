import type { AppError } from '../../functions/shared/errors.ts';
import type { Played } from './play-examples.ts';
import { problemOf, problemSchema } from './problem-schemas.ts';
import type { PromisedRoute } from './promised-route.ts';
import type { JsonSchema, SchemaBook } from './schema-book.ts';

/** Every answer of a route by its status: those of its contract, its problems, and those of the gateway before it. */
export function responsesOf(route: PromisedRoute, played: readonly Played[], book: SchemaBook): JsonSchema {
  const { contract, row } = route;
  const own = Object.entries(contract.answers).map(
    ([status, { means, body, type = 'application/json', orType, shownWithout }]) => {
      const schema = type !== 'application/json' ? { type: 'string' } : body && book.of(body, 'output');
      const shown = played.filter(
        (one) =>
          String(one.status) === status && type === 'application/json' && !shownWithout && /^[[{]/.test(one.text),
      );
      const examples = Object.fromEntries(shown.map(({ name, text }) => [name, { value: JSON.parse(text) }]));
      return [
        status,
        {
          description: means,
          ...(schema && {
            content: {
              [type]: { schema, ...(shown.length > 0 && { examples }) },
              ...(orType && { [orType]: { schema: { type: 'string' } } }),
            },
          }),
        },
      ];
    },
  );
  const gateway = [
    ...(row.callers === 'public' ? [] : [['401', { $ref: '#/components/responses/Unauthorized' }]]),
    ['429', { $ref: '#/components/responses/TooManyRequests' }],
    ['500', { $ref: '#/components/responses/Unexpected' }],
  ];
  const problems = [...byStatus(route.errors)].map(([status, errors]) => [status, problemResponse(errors, book)]);
  return Object.fromEntries([...own, ...problems, ...gateway]);
}

function byStatus(errors: readonly AppError[]): Map<string, AppError[]> {
  const groups = new Map<string, AppError[]>();
  for (const error of errors) {
    const status = String(error.status);
    groups.set(status, [...(groups.get(status) ?? []), error]);
  }
  return groups;
}

function problemResponse(errors: AppError[], book: SchemaBook): JsonSchema {
  const refs = errors.map((error) => book.put(`${error.name}Problem`, () => problemSchema(error)));
  return {
    description: errors.map(({ name }) => name).join(', '),
    content: {
      'application/problem+json': {
        schema: refs.length === 1 ? refs[0] : { anyOf: refs },
        examples: Object.fromEntries(errors.map((error) => [error.name, book.example(error.name, problemOf(error))])),
      },
    },
  };
}
