import { type Html, html, isolate, prose } from '../../shared/html.ts';
import { direction, type Language } from '../../shared/language.ts';
import { contentSecurityPolicy, styleElement } from './style.ts';

/** A whole answer to a browser, in the shape API Gateway takes. */
export type Page = { statusCode: number; headers: Record<string, string>; body: string };

/** Headers of every page: a survey link is a secret, so it is not cached, not indexed and not passed on. */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
};

const footers: Record<Language, (organisation: string) => string> = {
  en: (organisation) => `A survey of ${organisation}. Your answer goes to nobody else.`,
  fa: (organisation) => `نظرسنجی ${organisation}؛ پاسخ شما در اختیار هیچ‌کس دیگری قرار نمی‌گیرد.`,
};

/** Around the content of every page: language, direction, title, style and the organisation that asks. */
export function page(
  statusCode: number,
  { language, organisation }: { language: Language; organisation: string },
  title: string,
  content: Html,
): Page {
  const { markup } = html`<!doctype html>
<html lang="${language}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${isolate(organisation)}</title>
${styleElement}
</head>
<body>
<div class="column">
<header><p class="organisation">${prose(isolate(organisation))}</p></header>
<main>
${content}
</main>
<footer>${prose(footers[language](isolate(organisation)))}</footer>
</div>
</body>
</html>
`;
  return { statusCode, headers: { ...pageHeaders, 'content-language': language }, body: markup };
}
