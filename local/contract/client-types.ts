import { join } from 'node:path';
import type { Operation, Schema } from '../../functions/contract/openapi.ts';
import { itemOf, typeText } from './type-text.ts';

export const clientFile = join(import.meta.dirname, '../../client/operations.ts');

type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** What the typed client knows of the contract: client/operations.ts. */
export function clientText(document: Document): string {
  const { paths, components } = document;
  const routes = Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => ({ path, method: method.toUpperCase(), one })),
    )
    .filter(({ one }) => !one.responses['200']?.content?.['text/html']); // pages are for people
  const problems = Object.entries(components.schemas).filter(
    ([name]) => name.endsWith('Problem') && name !== 'Problem',
  );
  const types = problems.map(([, { properties }]) => JSON.stringify(properties?.type?.const));
  return `${[
    '// Written by `npm run openapi` from the contract; whoever changes it by hand changes nothing.',
    ...Object.entries(components.schemas).map(
      ([name, schema]) => `${told(schema)}export type ${name} = ${typeText(schema)};`,
    ),
    `/** Every kind of problem that the contract knows. */\nexport type ProblemType = ${types.join(' | ')};`,
    `export type Operations = {\n${routes.map(({ one }) => `  ${one.operationId}: ${operationText(one)};`).join('\n')}\n};`,
    `export const operations = {\n${routes.map(({ one, method, path }) => `  ${one.operationId}: ['${method}', '${path}'],`).join('\n')}\n} as const;`,
  ].join('\n\n')}\n`;
}

const told = ({ description }: Schema): string => (description ? `/** ${description} */\n` : '');

function operationText({ parameters = [], requestBody, responses }: Operation): string {
  const of = (where: string) => {
    const all = parameters.flatMap((one) => ('in' in one && one.in === where ? [one] : []));
    const fields = all.map(
      ({ name, required, schema }) => `${JSON.stringify(name)}${required ? '' : '?'}: ${typeText(schema)}`,
    );
    return `{ ${fields.join('; ')} }`;
  };
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(
      ([, { content = {} }]) =>
        content['application/json']?.schema ?? (content['text/html'] ? { type: 'string' } : undefined),
    );
  const answer = [...new Set(answers.map((schema) => (schema ? typeText(schema) : 'undefined')))].join(' | ');
  const item = answers.map((schema) => schema && itemOf(schema)).find((one) => one);
  return `{ path: ${of('path')}; query: ${of('query')}; body: ${body ? typeText(body) : 'undefined'}; answer: ${answer}; item: ${item ? typeText(item) : 'never'} }`;
}
