import { formatDateTime, formatNumber } from '../../shared/dates.ts';
import { type Html, html } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import type { Instant } from '../../shared/now.ts';

/** An id or an enumeration: written the same in every language, from left to right. */
export const code = (text: string): Html => html`<code dir="ltr">${text}</code>`;

/** A moment in UTC, to the second; the exact one is in the attribute. */
export const dateTime = (at: Instant, language: Language): Html =>
  html`<time datetime="${at}"><bdi>${formatDateTime(at, language, 'UTC', { second: '2-digit' })}</bdi></time>`;

export const number = (value: number, language: Language): string => formatNumber(value, language);

/** What is told of something that happened, ids and enumerations, without what is shown elsewhere. */
export const data = (told: object): Html => html`<div class="data" dir="ltr">${inWords(told)}</div>`;

/** As somebody would read it out: `targets card_1, card_2`, and what has several sides one after the other. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(value.some(isObject) ? '; ' : ', ');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .filter(([name, one]) => !/^(text|note|comment)Id$/.test(name) && one !== undefined)
    .map(([name, one]) => (isObject(one) ? `${name} (${inWords(one)})` : `${name} ${inWords(one)}`))
    .join(' · ');
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What somebody wrote, in whatever language and direction. */
export const quotes = (texts: readonly string[]): Html =>
  html`${texts.map((text) => html`<blockquote dir="auto">${text}</blockquote>`)}`;

export const table = (columns: readonly string[], rows: readonly Html[]): Html =>
  html`<div class="sheet"><table><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
