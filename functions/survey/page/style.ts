import { createHash } from 'node:crypto';
import { type Html, html } from '../../shared/html.ts';

// A follow-up is hidden until an answer opens it: the field with the class t3 opens the question with the class q3.
const followUps = Array.from({ length: 11 }, (_, index) => index + 1)
  .map((index) => `form:not(:has(.t${index}:checked)) .q${index}`)
  .join(',');

/** The whole look of the survey: phone first, light and dark, fonts the reader already has. Contrast is AA throughout. */
const style = html`
:root{color-scheme:light dark;--page:#f3f6f6;--card:#fff;--ink:#16282b;--muted:#50646a;--line:#7a9195;--accent:#0b6666;--on-accent:#fff;--soft:#eef5f4;--wrong:#a3291f;--wrong-soft:#fdeeec}
@media (prefers-color-scheme:dark){:root{--page:#0e1718;--card:#172324;--ink:#e8f0f0;--muted:#a9bcbe;--line:#6c8386;--accent:#6fd0c6;--on-accent:#06201f;--soft:#1e2f30;--wrong:#ffb4a8;--wrong-soft:#3a1d1a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif}
:lang(fa) body{font-family:Vazirmatn,'Segoe UI',Tahoma,'Noto Sans Arabic',system-ui,sans-serif;line-height:1.9}
.column{max-width:44rem;margin:0 auto;padding:1rem}
.organisation{margin:.5rem .25rem .75rem;font-weight:600;color:var(--accent)}
main{background:var(--card);border-top:4px solid var(--accent);border-radius:12px;padding:1.5rem 1.25rem;box-shadow:0 1px 3px #0002}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.4}
h2{margin:0 0 .25rem;font-size:1.125rem}
p{margin:0 0 1rem}
.hint{color:var(--muted);font-size:.9375rem}
fieldset{padding:0;border:0;min-width:0}
legend{padding:0}
.question{margin:0 0 2rem}
.question h2,label[for]{font-size:1.0625rem;font-weight:600;line-height:1.5;margin:0 0 .625rem}
h2 .hint,label .hint{font-weight:400}
@supports selector(:has(*)){${followUps}{display:none}}
.follows{border-inline-start:4px solid var(--accent);padding-inline-start:1rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.choices{display:grid;gap:.625rem}
.choice{display:flex;align-items:center;gap:.75rem;min-height:56px;padding:.5rem .875rem;border:2px solid var(--line);border-radius:12px;cursor:pointer}
.choice:hover{background:var(--soft)}
.choice:has(:checked){border-color:var(--accent);background:var(--soft);box-shadow:inset 0 0 0 1px var(--accent)}
.choice:has(:focus-visible){outline:3px solid var(--accent);outline-offset:3px}
.choice input{flex:none;width:24px;height:24px;margin:0;accent-color:var(--accent)}
@supports selector(:has(*)){.choice input:focus{outline:0}}
.choice svg{flex:none;width:36px;height:36px;color:var(--accent)}
.number{font-size:1.25rem;font-weight:700;min-width:1ch}
.points{display:grid;grid-template-columns:repeat(auto-fit,minmax(3rem,1fr));gap:.375rem}
.points.ces{grid-template-columns:repeat(7,1fr);gap:.25rem}
.points .choice{position:relative;flex-direction:column;gap:.25rem;padding:.5rem .125rem;justify-content:center}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.375rem 0 0;font-size:.9375rem;color:var(--muted)}
.ends span:last-child{text-align:end}
@media (min-width:40rem){main{padding:2rem}.choices{grid-template-columns:repeat(2,1fr)}.faces{grid-template-columns:repeat(5,1fr)}.faces .choice{flex-direction:column;gap:.375rem;padding:1rem .5rem;text-align:center;line-height:1.4;font-size:.9375rem}.faces svg{order:-1;width:44px;height:44px}.faces input{order:1;margin-top:auto}}
label[for]{display:block}
textarea{display:block;width:100%;min-height:8rem;margin:0;padding:.75rem;font:inherit;color:inherit;background:var(--card);border:2px solid var(--line);border-radius:12px;resize:vertical}
button{display:block;width:100%;min-height:52px;padding:.625rem 2rem;font:inherit;font-size:1.125rem;font-weight:600;color:var(--on-accent);background:var(--accent);border:2px solid transparent;border-radius:12px;cursor:pointer}
@media (min-width:40rem){button{width:auto}}
button:hover{filter:brightness(1.1)}
a:focus-visible,button:focus-visible,textarea:focus-visible,.problem:focus{outline:3px solid var(--accent);outline-offset:3px}
.problem{margin:0 0 1.5rem;padding:1rem;border:2px solid var(--wrong);border-radius:12px;background:var(--wrong-soft)}
.problem a,.wrong{color:var(--wrong);font-weight:600}
.problem ul{margin:0;padding-inline-start:1.25rem}
.problem a{display:inline-block;min-height:24px}
.promise{margin:0 0 2rem;padding:1rem 1.25rem;border:2px solid var(--line);border-inline-start:6px solid var(--accent);border-radius:12px;background:var(--soft)}
.promise p{margin:0 0 .25rem;font-weight:600}
.promise ul{margin:0;padding-inline-start:1.25rem}
.quiet{background:none;color:var(--accent);border-color:var(--line)}
.sign{display:block;width:64px;height:64px;margin:0 0 1rem;color:var(--accent)}
@media (forced-colors:active){svg{color:CanvasText!important}}
footer{margin:1rem .25rem;font-size:.875rem;color:var(--muted)}
`;

/** The style as an element, byte for byte what `contentSecurityPolicy` allows. */
export const styleElement: Html = html`<style>${style}</style>`;

const styleHash = createHash('sha256').update(style.markup).digest('base64');

/** Nothing runs, nothing is loaded, nobody frames the page; the form goes only to where it came from. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
