import { type Html, html } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import type { Evidence } from '../evidence.ts';
import { pageWords } from '../words/page-words.ts';
import { code, dateTime } from './values.ts';

/** Every mail in the words it went out with, whatever the language of its reader. */
export function mails({ mails: all }: Evidence, language: Language): Html {
  const { none } = pageWords[language];
  if (all.length === 0) return html`<p class="none">${none}</p>`;
  return html`${all.map(
    ({ mailId, to, at, subject, text }) => html`<article class="mail"><h3 dir="auto">${subject}</h3>
<p>${dateTime(at, language)} → ${code(to)} · <a href="mails/${mailId}.html">HTML</a></p>
<pre dir="auto">${text}</pre></article>\n`,
  )}`;
}
