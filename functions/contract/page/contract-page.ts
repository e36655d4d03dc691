import { html } from '../../shared/html.ts';
import type { OpenApi } from '../openapi.ts';
import { styleElement } from './look.ts';
import { operation } from './operation.ts';
import { prose } from './prose.ts';
import { schemaText } from './schema-text.ts';

/** The whole contract on one page that loads nothing and runs nothing. */
export function contractPage(document: OpenApi): string {
  const { info, tags, paths, components } = document;
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method, one })),
  );
  const of = (tag: string) => routes.filter(({ one }) => one.tags.includes(tag));
  const page = html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} ${info.version}: the contract of its API</title>
${styleElement}
</head>
<body>
<a class="skip" href="#contract">To the contract</a>
<nav aria-label="Routes">
<p class="name"><a href="#contract">${info.title}</a> <small>${info.version}</small></p>
${tags.map(
  ({ name }) =>
    html`<details open><summary>${name}</summary><ul>${of(name).map(
      ({ one, method }) =>
        html`<li><a href="#${one.operationId}"><b class="${method}">${method.toUpperCase()}</b> ${one.summary}</a></li>`,
    )}</ul></details>`,
)}
<p><a href="#schemas">All schemas</a></p>
<p><a href="/openapi.json">openapi.json</a></p>
</nav>
<main id="contract">
<h1>${info.title}: the contract of its API</h1>
${prose(info.description)}
${tags.map(
  ({ name, description }) =>
    html`<section><h2>${name}</h2><p>${description}</p>${of(name).map(({ method, path, one }) => operation(document, method, path, one))}</section>`,
)}
<section id="schemas"><h2>schemas</h2>${Object.entries(components.schemas).map(
    ([name, schema]) =>
      html`<article id="schema-${name}"><h3><code>${name}</code></h3>${prose(schema.description)}<pre>${schemaText(schema)}</pre></article>`,
  )}</section>
</main>
</body>
</html>`;
  return page.markup;
}
