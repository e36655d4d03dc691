import { type Html, html } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import { minute } from '../../shared/now.ts';
import { wordsOf } from '../decisions.ts';
import type { Evidence } from '../evidence.ts';
import { happeningWords } from '../words/happening-words.ts';
import { pageWords } from '../words/page-words.ts';
import { code, data, dateTime, number, quotes, table } from './values.ts';

const orNone = (rows: readonly Html[], columns: readonly string[], language: Language): Html =>
  rows.length > 0 ? table(columns, rows) : html`<p class="none">${pageWords[language].none}</p>`;

/** What one colleague asked for and another decided. */
export function approvals({ current }: Evidence, language: Language): Html {
  const { columns } = pageWords[language];
  const rows = current.approvals.map(
    ({ request, requestedBy, requestedAt, decision, decidedBy, decidedAt }) => html`<tr><td>${data(request)}</td>
<td>${code(requestedBy)} ${dateTime(requestedAt, language)}</td>
<td>${decision && code(decision)} ${decidedBy && code(decidedBy)} ${decidedAt && dateTime(decidedAt, language)}</td></tr>\n`,
  );
  return orNone(rows, [columns.what, columns.who, columns.state], language);
}

/** What was promised and how it was kept, in the minutes that people work. */
export function promises({ clocks }: Evidence, language: Language): Html {
  const { columns, minutes, promise } = pageWords[language];
  const inMinutes = (milliseconds: number) => minutes(number(Math.round(milliseconds / minute), language));
  const rows = clocks.map(
    ({ clock, state, usedMilliseconds, targetMilliseconds, breachedAt }) => html`<tr><td>${code(clock)}</td>
<td>${targetMilliseconds === undefined ? '–' : inMinutes(targetMilliseconds)}</td><td>${inMinutes(usedMilliseconds)}</td>
<td class="${breachedAt ? 'late' : 'kept'}">${promise[breachedAt ? 'late' : state]}</td></tr>\n`,
  );
  return orNone(rows, [columns.what, columns.target, columns.used, columns.state], language);
}

/** What became of each survey, and what was written. */
export function surveys({ events, texts }: Evidence, language: Language): Html {
  const { columns } = pageWords[language];
  const rows = events
    .filter(({ fact }) => fact.kind.startsWith('survey-'))
    .map(
      ({
        at,
        fact,
      }) => html`<tr><td class="when">${dateTime(at, language)}</td><td><strong>${happeningWords[fact.kind][language]}</strong></td>
<td>${data(fact.data)}${quotes(wordsOf(fact, texts))}</td></tr>\n`,
    );
  return orNone(rows, [columns.when, columns.what, columns.answer], language);
}

/** The runs of the workflows; what each did step by step is in its file. */
export function runs({ runs: all }: Evidence, language: Language): Html {
  const { columns } = pageWords[language];
  const rows = all.map(
    ({ runId, status, startedAt, events }) => html`<tr><td><a href="runs/${runId}.json">${code(runId)}</a></td>
<td class="when">${dateTime(startedAt, language)}</td><td class="state">${code(status)}</td><td>${number(events.length, language)}</td></tr>\n`,
  );
  return orNone(rows, [columns.machine, columns.when, columns.state, columns.steps], language);
}
