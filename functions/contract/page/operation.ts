import { type Content, type Html, html } from '../../shared/html.ts';
import type { Content as Body, OpenApi, Operation, Parameter, Response } from '../openapi.ts';
import { inline, prose } from './prose.ts';
import { nameIn, schemaText } from './schema-text.ts';

/** One route: what it is for, who may call it, what it takes, what it answers, and how that looks. */
export function operation(document: OpenApi, method: string, path: string, one: Operation): Html {
  const { components } = document;
  const parameters = (one.parameters ?? []).map((parameter) =>
    '$ref' in parameter ? components.parameters[nameIn(parameter.$ref)] : parameter,
  );
  return html`<article id="${one.operationId}">
<h3><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code></h3>
<p class="summary">${one.summary}</p>
${prose(one.description)}
<p class="callers">${callers(one)}</p>
${
  parameters.length > 0
    ? table(
        'Takes',
        parameters.map((parameter) => parameterRow(parameter as Parameter)),
      )
    : ''
}
${one.requestBody ? html`<h4>Body</h4>${body(one.requestBody.content)}` : ''}
${table(
  'Answers',
  Object.entries(one.responses).map(([status, response]) => answerRow(document, status, response)),
)}
${examples(one)}
</article>`;
}

const scopes: Record<string, string> = { own: 'their own', team: 'those of their teams', any: 'all' };

function callers({ 'x-callers': all }: Operation): Content {
  if (!all) return html`<span>public</span>`;
  return Object.entries(all).map(([role, scope]) => html`<span>${role} <small>${scopes[scope]}</small></span> `);
}

const table = (title: string, rows: Html[]): Html => html`<h4>${title}</h4><table>${rows}</table>`;

const parameterRow = ({ name, in: where, required, description, schema }: Parameter): Html =>
  html`<tr><th scope="row"><code>${name}</code></th><td>${where}${required ? '' : ', optional'}</td><td><code>${schemaText(schema)}</code> ${description ? inline(description) : ''}</td></tr>`;

function answerRow({ components }: OpenApi, status: string, given: Response): Html {
  const response = given.$ref ? components.responses[nameIn(given.$ref)] : given;
  const content = Object.entries(response?.content ?? {}).filter(([type]) => type.includes('json'));
  const problems = given.$ref ? [] : content.map(([, { schema }]) => schemaText(schema));
  const means = Number(status) >= 400 && problems.length > 0 ? problems : inline(response?.description ?? '');
  const shown = Number(status) < 400 ? content.map(([, { schema }]) => html`<pre>${schemaText(schema)}</pre>`) : '';
  return html`<tr class="${Number(status) < 400 ? 'well' : 'ill'}"><th scope="row">${status}</th><td>${means}${shown}</td></tr>`;
}

const body = (content: Body): Html =>
  html`${Object.entries(content).map(([type, { schema }]) => html`<p><small>${type}</small></p><pre>${schemaText(schema)}</pre>`)}`;

/** What was sent in each example, and what the service said to it. */
function examples({ requestBody, responses }: Operation): Content {
  const sent = Object.values(requestBody?.content ?? {}).flatMap(({ examples: all }) => Object.entries(all ?? {}));
  const said = Object.entries(responses).flatMap(([status, { content }]) =>
    Object.values(content ?? {}).flatMap(({ examples: all }) =>
      Object.entries(all ?? {}).flatMap(([name, { value }]) => (value === undefined ? [] : [{ name, status, value }])),
    ),
  );
  return said.map(({ name, status, value }) => {
    const asked = sent.find(([one]) => one === name)?.[1].value;
    return html`<details><summary>${name}</summary>${asked === undefined ? '' : html`<pre>${json(asked)}</pre>`}<p><small>${status}</small></p><pre>${json(value)}</pre></details>`;
  });
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);
