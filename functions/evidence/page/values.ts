import { formatDateTime, formatNumber } from '../../shared/dates.ts';
import { type Html, html } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import type { Instant } from '../../shared/now.ts';

/** An id or an enumeration: written the same in every language, from left to right. */
export const code = (text: string): Html => html`<code dir="ltr">${text}</code>`;

/** A moment in UTC, to the minute; the exact one is in the attribute. */
export const dateTime = (at: Instant, language: Language): Html =>
  html`<time datetime="${at}"><bdi>${formatDateTime(at, language, 'UTC')}</bdi></time>`;

export const number = (value: number, language: Language): string => formatNumber(value, language);

/** What is told of something that happened, ids and enumerations, without what is shown elsewhere. */
export const data = (told: object): Html => {
  const shown = Object.entries(told).filter(
    ([name, value]) => !/^(text|note|comment)Id$/.test(name) && value !== undefined,
  );
  return html`<div class="data" dir="ltr">${shown.map(
    ([name, value], index) =>
      html`${index > 0 ? ' · ' : ''}${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  )}</div>`;
};

/** What somebody wrote, in whatever language and direction. */
export const quotes = (texts: readonly string[]): Html =>
  html`${texts.map((text) => html`<blockquote dir="auto">${text}</blockquote>`)}`;

export const table = (columns: readonly string[], rows: readonly Html[]): Html =>
  html`<div class="sheet"><table><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
