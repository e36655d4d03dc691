import { type Html, html, prose } from '../../shared/html.ts';
import { direction, type Language } from '../../shared/language.ts';
import { blockHtml } from './block-html.ts';
import type { frameWords } from './frame-words.ts';
import { colours, fonts } from './mail-style.ts';
import type { Message } from './message.ts';

type Frame = ReturnType<typeof frameWords>;

/**
 * The HTML part of a mail: one column, styles in the elements, nothing loaded from anywhere.
 * Direction and language stand on the column too, because many programs throw the outer document away.
 */
export function messageHtml(message: Message, frame: Frame, language: Language): Html {
  const dir = direction(language);
  const side = dir === 'rtl' ? 'right' : 'left';
  const { family, lineHeight } = fonts[language];
  const { ink, muted, accent, line, page } = colours;
  return html`<!doctype html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${message.subject}</title>
</head>
<body style="margin:0;padding:0;background:${page}">
<div lang="${language}" dir="${dir}" style="direction:${dir};text-align:${side};font-family:${family};font-size:16px;line-height:${lineHeight};color:${ink};background:${page};padding:24px 12px">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 4px 12px;font-size:15px;font-weight:600;color:${accent}">${prose(frame.organisation)}</p>
<div style="background:#ffffff;border:1px solid ${line};border-top:4px solid ${accent};border-radius:12px;padding:28px 24px">
<h1 style="margin:0 0 20px;font-size:23px;line-height:1.4;font-weight:700">${prose(message.heading)}</h1>
<p style="margin:0 0 16px">${prose(frame.greeting)}</p>
${message.blocks.map((block) => blockHtml(block, side))}
<p style="margin:24px 0 0">${frame.regards}<br><strong>${prose(frame.organisation)}</strong></p>
</div>
<p style="margin:16px 4px 0;font-size:13px;color:${muted}">${prose(frame.service)}</p>
</div>
</div>
</body>
</html>
`;
}
