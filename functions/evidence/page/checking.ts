import { type Html, html } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import type { Evidence } from '../evidence.ts';
import { pageWords } from '../words/page-words.ts';
import { code, number } from './values.ts';

/** What anybody can check for themselves, and with what. */
export function checking({ events, proof }: Evidence, language: Language): Html {
  const { check } = pageWords[language];
  return html`<div class="sheet check">
<p>${check.chain(number(events.length, language))} ${code(events.at(-1)?.hash ?? '')}</p>
<p>${proof ? html`${check.root(number(proof.root.size, language))} ${code(proof.root.hash)}` : check.noRoot}</p>
<p>${check.how}</p>
<p><code class="command" dir="ltr">node verify.mjs</code></p>
</div>`;
}
