import { type Content, type Html, html } from '../../shared/html.ts';

/** The little Markdown that descriptions use: paragraphs, **what matters** and `what is typed`. */
export const prose = (text = ''): Html =>
  html`${text.split('\n\n').map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`;

export const inline = (text: string): Content =>
  text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((piece) => {
    if (piece.startsWith('**')) return html`<strong>${piece.slice(2, -2)}</strong>`;
    return piece.startsWith('`') ? html`<code>${piece.slice(1, -1)}</code>` : piece;
  });
