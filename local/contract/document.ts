import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operation, tagOf } from './operation.ts';
import type { Played } from './play-examples.ts';
import { playExamples } from './play-examples.ts';
import { Problem } from './problem-schemas.ts';
import { type PromisedRoute, promisedRoutes } from './promised-route.ts';
import { openScene } from './scene.ts';
import { type JsonSchema, schemaBook } from './schema-book.ts';
import { responses, security, tags, words } from './words.ts';

const root = join(import.meta.dirname, '../..');
export const documentFile = join(root, 'docs/openapi.json');

/** The contract of the whole API in OpenAPI 3.1, its examples answered by the real handlers. */
export function openapi(routes: readonly PromisedRoute[], played: readonly Played[]): JsonSchema {
  const book = schemaBook();
  book.put('Problem', () => Problem);
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    const { path, method } = route.row;
    const own = played.filter((one) => one.route === route);
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route, own, book) };
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const used = new Set(routes.map(({ row }) => tagOf(row.path)));
  return {
    openapi: '3.1.1',
    info: { title: 'Caseloop', version, description: words.description, license: words.license },
    servers: [{ url: '/', description: 'Where this document is' }],
    tags: [
      ...tags.filter(({ name }) => used.has(name)),
      ...[...used].filter((tag) => !tags.some(({ name }) => name === tag)).map((name) => ({ name, description: '' })),
    ],
    paths,
    components: {
      securitySchemes: { token: security },
      parameters: {
        IdempotencyKey: words.idempotencyKey,
        IfMatch: words.ifMatch,
        IfNoneMatch: words.ifNoneMatch,
      },
      responses,
      examples: book.examples,
      schemas: book.components(),
    },
  };
}

/** The text that stands in docs/openapi.json. */
export async function documentText(): Promise<string> {
  const scene = await openScene();
  try {
    const routes = await promisedRoutes();
    return `${JSON.stringify(openapi(routes, await playExamples(scene, routes)), null, 2)}\n`;
  } finally {
    await scene.close();
  }
}
