import { type Html, html, prose } from '../../shared/html.ts';
import { colours } from './mail-style.ts';
import type { Block, Card, Choice, Fact } from './message.ts';

const { ink, muted, accent, soft, line, warning, warningSoft } = colours;
type Side = 'left' | 'right';

/** One block of a message; `side` is where its lines begin. */
export function blockHtml(block: Block, side: Side): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="margin:0 0 16px">${prose(block.text)}</p>\n`;
    case 'heading':
      return html`<h2 style="margin:28px 0 12px;font-size:18px;line-height:1.4">${prose(block.text)}</h2>\n`;
    case 'note':
      return html`<p style="margin:24px 0 0;padding:16px 0 0;border-top:1px solid ${line};font-size:14px;color:${muted}">${prose(block.text)}</p>\n`;
    case 'facts':
      return html`<table style="width:100%;border-collapse:separate;border-spacing:0;margin:0 0 20px;background:${soft};border-radius:8px;padding:8px 16px">\n${block.rows.map((row) => factHtml(row, side))}</table>\n`;
    case 'steps':
      return html`<h2 style="margin:24px 0 8px;font-size:17px">${block.heading}</h2>\n<ul style="margin:0 0 16px;padding:0;padding-${side}:24px">\n${block.items.map((item) => html`<li style="margin:0 0 6px">${prose(item)}</li>\n`)}</ul>\n`;
    case 'cards':
      return html`${block.items.map((card) => cardHtml(card, side))}`;
    case 'link':
      return linkHtml(block);
    case 'scale':
      return scaleHtml(block, side);
  }
}

const factHtml = ({ label, value }: Fact, side: Side): Html =>
  html`<tr><th scope="row" align="${side}" style="text-align:${side};font-weight:400;color:${muted};padding:6px 0;vertical-align:top">${label}</th><td align="${opposite(side)}" style="text-align:${opposite(side)};font-weight:600;color:${ink};padding:6px 0">${prose(value)}</td></tr>\n`;

function cardHtml({ title, mark, urgent, details }: Card, side: Side): Html {
  const [colour, background] = urgent ? [warning, warningSoft] : [accent, soft];
  return html`<div style="margin:0 0 12px;padding:12px 16px;border:1px solid ${line};border-${side}:4px solid ${colour};border-radius:8px">
<strong>${title}</strong> <span style="display:inline-block;margin:0 6px;padding:0 10px;border-radius:12px;font-size:13px;font-weight:600;color:${colour};background:${background}">${mark}</span>
<div style="font-size:14px;color:${muted}">${prose(details)}</div>
</div>
`;
}

// A table keeps the choices in one row in every mail program; it is no data, so it is announced as none.
const scaleHtml = ({ choices, lowest, highest, open, url }: Extract<Block, { kind: 'scale' }>, side: Side): Html =>
  html`<table role="presentation" style="width:100%;max-width:400px;table-layout:fixed;border-collapse:collapse;margin:8px auto 4px">
<tr>${choices.map((choice) => choiceHtml(choice, choices.length > 7))}</tr>
</table>
<table role="presentation" style="width:100%;max-width:400px;table-layout:fixed;border-collapse:collapse;margin:0 auto 20px;font-size:13px;color:${muted}">
<tr><td align="${side}" style="text-align:${side};padding:0 4px">${lowest}</td><td align="${opposite(side)}" style="text-align:${opposite(side)};padding:0 4px">${highest}</td></tr>
</table>
<p style="margin:0;text-align:center"><a href="${url}" style="color:${accent};font-weight:600">${open}</a></p>
`;

const linkHtml = ({ text, url, quiet }: Extract<Block, { kind: 'link' }>): Html =>
  quiet
    ? html`<p style="margin:12px 0 0;font-size:14px"><a href="${url}" style="color:${muted}">${text}</a></p>\n`
    : html`<p style="margin:24px 0;text-align:center"><a href="${url}" style="display:inline-block;padding:12px 28px;border-radius:10px;font-weight:600;color:#ffffff;background:${accent};text-decoration:none">${text}</a></p>\n`;

const choiceHtml = ({ mark, label, url }: Choice, narrow: boolean): Html =>
  html`<td align="center" style="padding:${narrow ? 2 : 4}px;text-align:center"><a href="${url}" title="${label}" style="display:block;padding:10px 0;border:2px solid ${accent};border-radius:${narrow ? 6 : 10}px;font-size:${narrow ? 15 : 20}px;line-height:1.4;font-weight:700;color:${accent};background:${soft};text-decoration:none">${prose(mark)}</a></td>`;

const opposite = (side: Side): Side => (side === 'left' ? 'right' : 'left');
