import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../infra/api.ts';
import { brokenPromise } from '../../local/contract/check-answer.ts';
import { documentFile, openapi } from '../../local/contract/document.ts';
import { type Played, playExamples } from '../../local/contract/play-examples.ts';
import { hasContract, type PromisedRoute, promisedRoutes } from '../../local/contract/promised-route.ts';
import { openScene, type Scene } from '../../local/contract/scene.ts';

test('every route has a contract beside its entry', () => {
  const without = routes.filter((row) => !hasContract(row));
  const name = ({ method, path, entry }: (typeof routes)[number]) =>
    `${method} ${path} has no functions/${entry}.contract.ts: CONTRIBUTING.md says what stands in it`;
  expect(without.map(name)).toEqual([]);
});

describe('the examples of the contract', () => {
  let scene: Scene;
  let promised: PromisedRoute[];
  let played: Played[];
  beforeAll(async () => {
    scene = await openScene();
    promised = await promisedRoutes();
    played = await playExamples(scene, promised);
  });
  afterAll(() => scene.close());
  const named = ({ route, name }: Played) => `${route.row.method} ${route.row.path}: ${name}`;

  test('are there for each route, one at least for what it is for', () => {
    const without = promised.filter(({ contract }) =>
      Object.values(contract.examples).every(({ answer }) => answer >= 400),
    );
    expect(without.map(({ row }) => `${row.method} ${row.path}`)).toEqual([]);
  });

  test('are answered by the real handlers with the status they say', () => {
    const other = played.filter(({ status, example }) => status !== example.answer);
    expect(other.map((one) => `${named(one)} was answered with ${one.status} ${one.text}`)).toEqual([]);
  });

  test('are answered with what the schemas say', () => {
    const broken = played.flatMap((one) => {
      const why = brokenPromise(one.route.contract, one);
      return why ? [`${named(one)} ${why}`] : [];
    });
    expect(broken).toEqual([]);
  });

  test('that are refused are refused with a problem of the contract', () => {
    const refused = played.filter(({ status, route }) => status >= 400 && !route.contract.answers[status]);
    expect(refused.length).toBeGreaterThan(15);
    for (const one of refused) {
      const known = one.route.errors.filter((error) => error.status === one.status).map((error) => typeOf(error.name));
      expect(known, named(one)).toContain(JSON.parse(one.text).type);
      expect(one.headers['content-type'], named(one)).toBe('application/problem+json');
    }
  });

  test('stand in docs/openapi.json, which is fresh: `npm run openapi` writes it', () => {
    expect(JSON.parse(readFileSync(documentFile, 'utf8'))).toEqual(openapi(promised, played));
  });

  test('fit the JSON Schema that stands beside them, in what is sent and in what is answered', () => {
    const document = JSON.parse(readFileSync(documentFile, 'utf8')) as { paths: object };
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(document, 'openapi.json');
    let checked = 0;
    const walk = (json: unknown, pointer: string): void => {
      if (typeof json !== 'object' || json === null) return;
      if ('schema' in json && 'examples' in json) {
        for (const [name, { value }] of Object.entries(json.examples as Record<string, { value?: unknown }>)) {
          if (value === undefined) continue; // written down once, below components
          const fits = ajv.compile({ $ref: `openapi.json#${pointer}/schema` });
          expect(fits(value), `${pointer} ${name}: ${ajv.errorsText(fits.errors)}`).toBe(true);
          checked++;
        }
      }
      for (const [key, one] of Object.entries(json)) {
        walk(one, `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
      }
    };
    walk(document.paths, '/paths');
    expect(checked).toBeGreaterThan(40);
  });
});

const typeOf = (name: string) =>
  `urn:caseloop:problem:${name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}`;
