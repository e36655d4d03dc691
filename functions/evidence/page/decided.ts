import { type Html, html } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import { decisionsIn } from '../decisions.ts';
import type { Evidence } from '../evidence.ts';
import { happeningWords } from '../words/happening-words.ts';
import { pageWords } from '../words/page-words.ts';
import { code, data, dateTime, number, quotes, table } from './values.ts';

/** What people and rules settled, with who, when and why. */
export function decisions(evidence: Evidence, language: Language): Html {
  const { columns, none } = pageWords[language];
  const all = decisionsIn(evidence);
  if (all.length === 0) return html`<p class="none">${none}</p>`;
  const rows = all.map(
    ({
      seq,
      at,
      by,
      kind,
      data: about,
      notes,
    }) => html`<tr><td class="seq">${number(seq, language)}</td><td class="when">${dateTime(at, language)}</td>
<td class="who">${code(by)}</td><td><strong>${happeningWords[kind][language]}</strong>${data(about)}${quotes(notes)}</td></tr>\n`,
  );
  return table(['#', columns.when, columns.who, columns.what], rows);
}
