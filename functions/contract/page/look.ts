import { createHash } from 'node:crypto';
import { type Html, html } from '../../shared/html.ts';

/** The look of the contract: a list of routes beside the text, light and dark, fonts the reader has. Contrast is AA. */
const style = html`
:root{color-scheme:light dark;--page:#fff;--side:#f3f6f6;--ink:#16282b;--muted:#50646a;--line:#d5dfe0;--accent:#0b6666;--soft:#f3f6f6;--get:#0b6666;--post:#7a4a00;--put:#5b3a9c;--delete:#a3291f;--ill:#a3291f}
@media (prefers-color-scheme:dark){:root{--page:#0e1718;--side:#131f20;--ink:#e8f0f0;--muted:#a9bcbe;--line:#2b3d3f;--accent:#6fd0c6;--soft:#172526;--get:#6fd0c6;--post:#f0b968;--put:#c3a8ff;--delete:#ffb4a8;--ill:#ffb4a8}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;display:grid;grid-template-columns:minmax(0,1fr)}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem 1rem;z-index:1}
nav{background:var(--side);padding:1rem;font-size:.875rem;border-bottom:1px solid var(--line)}
nav .name{font-size:1.125rem;font-weight:700;margin:.25rem 0 1rem}
nav .name a{text-decoration:none}
nav ul{list-style:none;margin:.25rem 0 .75rem;padding:0}
nav li a{display:flex;align-items:baseline;padding:.2rem .4rem;border-radius:6px;color:var(--ink);text-decoration:none}
nav li a:hover{background:var(--line)}
nav summary{font-weight:600;cursor:pointer;text-transform:capitalize}
main{padding:1.5rem 1.25rem 6rem;max-width:60rem;min-width:0}
@media (min-width:60rem){body{grid-template-columns:21rem minmax(0,1fr)}nav{position:sticky;top:0;height:100vh;overflow:auto;border:0;border-inline-end:1px solid var(--line)}main{padding:2.5rem 3rem 8rem}}
h1{font-size:1.875rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.5rem;margin:4rem 0 .25rem;text-transform:capitalize}
h3{font-size:1.0625rem;margin:0;font-weight:600;overflow-wrap:anywhere}
h4{font-size:.8125rem;letter-spacing:.04em;text-transform:uppercase;color:var(--muted);margin:1.25rem 0 .25rem}
p{margin:0 0 .75rem}
small{color:var(--muted);font-size:.8125rem}
article{border-top:1px solid var(--line);padding:1.75rem 0}
article:target h3{color:var(--accent)}
.summary{font-size:1.125rem;font-weight:600;margin:.35rem 0}
code,pre{font:.875rem/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem;overflow:auto;margin:.25rem 0 .75rem;white-space:pre-wrap;overflow-wrap:anywhere;max-height:28rem}
pre i,code i{font-style:normal;color:var(--post)}
b.get,b.post,b.put,b.delete{font:700 .6875rem/1 ui-monospace,monospace;letter-spacing:.03em}
nav b{flex:0 0 3.1rem}
h3 b{padding:.25rem .4rem;border:1px solid;border-radius:6px;margin-inline-end:.25rem}
b.get{color:var(--get)}b.post{color:var(--post)}b.put{color:var(--put)}b.delete{color:var(--delete)}
.callers span{display:inline-block;border:1px solid var(--line);border-radius:999px;padding:.05rem .6rem;margin:0 .15rem .25rem 0;font-size:.8125rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600;white-space:nowrap;width:1%}
td:nth-child(2):not(:last-child){white-space:nowrap;width:1%;color:var(--muted)}
tr.ill th{color:var(--ill)}tr.well th{color:var(--get)}
details{margin:.5rem 0}
details summary{cursor:pointer}
article details{border-inline-start:3px solid var(--line);padding-inline-start:.9rem}
`;

/** The style as an element, byte for byte what the policy allows. */
export const styleElement: Html = html`<style>${style}</style>`;

const styleHash = createHash('sha256').update(style.markup).digest('base64');

/** Nothing runs, nothing is loaded, nobody frames the page. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;
