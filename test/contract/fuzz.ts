import fc from 'fast-check';
import type { Example } from '../../functions/contract/contract.ts';
import { example, exampleTask } from '../../functions/contract/example.ts';
import { brokenPromise } from '../../local/contract/check-answer.ts';
import { eventOf } from '../../local/contract/play-examples.ts';
import type { PromisedRoute } from '../../local/contract/promised-route.ts';
import type { Scene } from '../../local/contract/scene.ts';
import { type JsonSchema, schemaBook } from '../../local/contract/schema-book.ts';
import { colleagues, customers, others } from '../../local/seed/people.ts';
import { anything, fitting } from './arbitrary.ts';

export type Fuzzed = { requests: number; byStatus: Record<number, number>; broken: string[] };

const everyone = [...customers, ...colleagues, ...others];
const someone = [...everyone.map(({ id }) => id), 'nobody'];
// Ids that are there, so that requests get further than "there is no such case".
const known: Record<string, string[]> = {
  caseId: [example.investigated, example.ready, example.closed, example.waiting],
  taskId: [exampleTask(example.investigated, 'fraud-review'), exampleTask(example.ready, 'triage')],
  approvalId: [`${example.waiting}.approval.1`],
  personId: ['cus_anna', 'cus_maryam'],
  team: ['cards', 'fraud'],
};

/** Sends requests made from the contract to the real handler: some fit it, some miss it by a little, some by far. */
export async function fuzz(scene: Scene, route: PromisedRoute, requests: number, seed: number): Promise<Fuzzed> {
  const fuzzed: Fuzzed = { requests: 0, byStatus: {}, broken: [] };
  for (const [n, asked] of fc.sample(requestTo(route), { numRuns: requests, seed }).entries()) {
    if (n % 20 === 0) await scene.putBack();
    const { statusCode: status = 0, body: text = '', headers } = await route.handler(eventOf(route, asked));
    fuzzed.requests++;
    fuzzed.byStatus[status] = (fuzzed.byStatus[status] ?? 0) + 1;
    const why = notPromised(route, status, text) ?? brokenPromise(route.contract, { status, text, headers });
    if (why)
      fuzzed.broken.push(`${route.row.method} ${route.row.path} ${why} to ${JSON.stringify(asked).slice(0, 400)}`);
  }
  return fuzzed;
}

function notPromised({ contract, errors }: PromisedRoute, status: number, text: string): string | undefined {
  if (contract.answers[status] || status === 304) return undefined;
  if (status === 500) return `answers 500: ${text}`;
  if (status === 429) return undefined; // the gateway and the rate may always say so
  if (!errors.some((error) => error.status === status)) return `answers ${status}, which is not in its contract`;
  if (/ at .*\.(ts|js):\d+/.test(text)) return 'tells where in the code it went wrong';
  return undefined;
}

function requestTo({ takes, row }: PromisedRoute): fc.Arbitrary<Example> {
  const book = schemaBook();
  const of = (schema: typeof takes.body): fc.Arbitrary<unknown> => {
    const json: JsonSchema = schema ? book.of(schema, 'input') : {};
    return fitting(json, book.components());
  };
  const near = (valid: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 5, arbitrary: valid }, { weight: 2, arbitrary: fc.tuple(valid, anything).map(bent) }, anything);
  const texts = (value: unknown) =>
    Object.fromEntries(
      Object.entries(Object(value)).map(([name, one]) => [
        name,
        typeof one === 'string' ? one : (JSON.stringify(one) ?? ''),
      ]),
    );
  const path = fc.record(
    Object.fromEntries([...row.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, idOf(name)])),
  );
  return fc.record({
    as: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...allowed(row)) }, fc.constantFrom(...someone)),
    path: fc.oneof({ weight: 4, arbitrary: path }, (takes.path ? of(takes.path) : path).map(texts)),
    ...(takes.query && { query: near(of(takes.query)).map(texts) }),
    ...(takes.body && { body: near(of(takes.body)) }),
    headers: fc.record(
      { 'idempotency-key': fc.constantFrom('a', 'b', 'x'.repeat(300)), 'if-match': fc.constantFrom('*', '"1"', ',,"') },
      { requiredKeys: [] },
    ),
    answer: fc.constant(0),
  }) as fc.Arbitrary<Example>;
}

/** Those who may call the route at all: the others do not get far. */
function allowed({ callers }: PromisedRoute['row']): string[] {
  const may = everyone.filter(({ roles }) => callers === 'public' || roles.some((role) => callers[role]));
  return may.length > 0 ? may.map(({ id }) => id) : someone;
}

const idOf = (name: string): fc.Arbitrary<string> =>
  known[name] ? fc.constantFrom(...known[name]) : fc.string({ minLength: 1, maxLength: 40 });

/** One field of what fits becomes something else, or one is added that nobody knows. */
function bent([value, other]: [unknown, unknown]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return other;
  const names = Object.keys(value);
  const name = names[JSON.stringify(other)?.length % (names.length + 1)] ?? 'role';
  return { ...value, [name]: other };
}
