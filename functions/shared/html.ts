/** Markup that is safe to send. Only this file makes it, and it escapes whatever it is given. */
class SafeHtml {
  constructor(readonly markup: string) {}
}
export type Html = SafeHtml;

/** What may stand in a template: text is escaped, markup stays, lists are joined, nothing is nothing. */
export type Content = Html | string | number | undefined | readonly Content[];

/** Markup from a template; put every attribute value between double quotes. */
export const html = (strings: TemplateStringsArray, ...values: Content[]): Html =>
  new SafeHtml(strings.reduce((before, string, index) => before + render(values[index - 1]) + string));

/**
 * Text that keeps its own direction inside any sentence (U+2068 … U+2069).
 * Characters that could end the isolation or turn the sentence around are removed, line breaks become spaces.
 */
export const isolate = (text: string): string =>
  `\u2068${text.replace(bidiControls, '').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}\u2069`;

/** A sentence as markup: its isolated parts become `<bdi>`, which leaves no invisible characters in a copied id. */
export const prose = (sentence: string): Html =>
  new SafeHtml(
    escaped(sentence)
      .replace(/\u2068([^\u2068\u2069]*)\u2069/g, '<bdi>$1</bdi>')
      .replace(bidiControls, ''),
  );

const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(value: Content): string {
  if (value === undefined) return '';
  if (value instanceof SafeHtml) return value.markup;
  return isList(value) ? value.map(render).join('') : escaped(String(value));
}

// Control characters and half surrogates are no text: browsers and mail servers disagree on what they mean.
const noText = /[^\P{Cc}\n\t]|\p{Cs}/gu;

const escaped = (text: string): string =>
  text.replace(noText, '').replace(/[&<>"']/g, (character) => entities[character] ?? '');

// Array.isArray does not narrow a read-only list.
const isList = (value: Content): value is readonly Content[] => Array.isArray(value);
