import { caseReference } from '../../shared/case-reference.ts';
import { type Html, html, isolate, prose } from '../../shared/html.ts';
import { direction, type Language } from '../../shared/language.ts';
import type { Evidence } from '../evidence.ts';
import { pageWords } from '../words/page-words.ts';
import { checking } from './checking.ts';
import { decisions } from './decided.ts';
import { approvals, promises, runs, surveys } from './lists.ts';
import { mails } from './mails.ts';
import { style } from './style.ts';
import { timeline } from './timeline.ts';
import { code, dateTime, number } from './values.ts';

/** The page of a pack: all of it on one page that needs no program but a browser, to be read, searched and printed. */
export function evidencePage(evidence: Evidence, language: Language): string {
  const words = pageWords[language];
  const sections: [keyof typeof words.parts, Html][] = [
    ['timeline', timeline(evidence, language)],
    ['decisions', decisions(evidence, language)],
    ['approvals', approvals(evidence, language)],
    ['promises', promises(evidence, language)],
    ['mails', mails(evidence, language)],
    ['survey', surveys(evidence, language)],
    ['runs', runs(evidence, language)],
    ['check', checking(evidence, language)],
  ];
  const title = words.title(isolate(caseReference(evidence.current.caseId)));
  return html`<!doctype html>
<html lang="${language}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words.title(caseReference(evidence.current.caseId))}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>${prose(title)}</h1>
<p>${words.intro} ${words.utc}</p>
${evidence.current.erased ? html`<p class="erased">${words.erased}</p>` : undefined}
${facts(evidence, language)}
<nav>${sections.map(([id]) => html`<a href="#${id}">${words.parts[id]}</a>`)}</nav>
</header>
${sections.map(([id, content]) => html`<section id="${id}"><h2>${words.parts[id]}</h2>\n${content}\n</section>\n`)}
</main>
</body>
</html>
`.markup;
}

function facts({ current, events, customer }: Evidence, language: Language): Html {
  const { facts: words } = pageWords[language];
  const { caseId, type, status, customerId, openedAt, closedAt, resolution } = current;
  const rows: [string, Html | undefined][] = [
    [words.case, code(caseId)],
    [words.customer, customer ? html`<bdi>${customer.name}</bdi> · ${code(customerId)}` : code(customerId)],
    [words.type, code(type)],
    [words.status, code(status)],
    [words.opened, dateTime(openedAt, language)],
    [words.closed, closedAt ? dateTime(closedAt, language) : undefined],
    [words.resolution, resolution && code(resolution)],
    [words.events, html`${number(events.length, language)}`],
  ];
  const shown = rows.filter(([, value]) => value);
  return html`<dl>${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
