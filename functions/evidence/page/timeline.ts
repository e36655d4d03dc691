import { type Html, html } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import { wordsOf } from '../decisions.ts';
import type { Evidence } from '../evidence.ts';
import { happeningWords } from '../words/happening-words.ts';
import { pageWords } from '../words/page-words.ts';
import { code, data, dateTime, number, quotes, table } from './values.ts';

/** Every event, in order: number, when, who, what, and what was written. */
export function timeline({ events, texts }: Evidence, language: Language): Html {
  const { columns } = pageWords[language];
  const rows = events.map(
    ({
      seq,
      at,
      by,
      fact,
    }) => html`<tr><td class="seq">${number(seq, language)}</td><td class="when">${dateTime(at, language)}</td>
<td class="who">${code(by)}</td><td><strong>${happeningWords[fact.kind][language]}</strong>${data(fact.data)}${quotes(wordsOf(fact, texts))}</td></tr>\n`,
  );
  return table(['#', columns.when, columns.who, columns.what], rows);
}
