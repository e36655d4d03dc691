import { colours } from '../../mail/words/mail-style.ts';

const { ink, muted, accent, soft, line, warning, warningSoft, page } = colours;

/** The looks of the page: on a screen, on a telephone, and on A4. Nothing is loaded from
 * anywhere; no quotes and no angle brackets, as it stands in the page like any text. */
export const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:${page};color:${ink};font:16px/1.6 -apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif}
:lang(fa){font-family:Vazirmatn,Segoe UI,Tahoma,Noto Sans Arabic,sans-serif;line-height:1.85}
main{max-width:1040px;margin:0 auto;padding:32px 20px 64px}
header{border-block-start:6px solid ${accent};background:#fff;border-radius:12px;padding:28px 28px 20px;border-inline:1px solid ${line};border-block-end:1px solid ${line}}
h1{margin:0;font-size:28px;line-height:1.3}
header p{margin:8px 0 0;color:${muted};max-width:62ch}
header p.erased{color:${warning};background:${warningSoft};padding:8px 14px;border-radius:8px}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:14px 24px;margin:22px 0 0}
dt{font-size:13px;color:${muted}}
dd{margin:0;font-weight:600;overflow-wrap:anywhere}
nav{margin:20px 0 0;display:flex;flex-wrap:wrap;gap:6px 18px;font-size:15px}
a{color:${accent}}
section{margin-block-start:36px}
h2{margin:0 0 12px;font-size:20px}
.sheet{background:#fff;border:1px solid ${line};border-radius:12px;overflow:hidden}
table{width:100%;border-collapse:collapse}
th,td{padding:10px 16px;text-align:start;vertical-align:top;border-block-end:1px solid ${line}}
tbody tr:last-child td{border-block-end:0}
thead th{font-size:13px;font-weight:600;color:${muted};background:${soft}}
td.seq{color:${muted};font-variant-numeric:tabular-nums;width:1%}
td.when{white-space:nowrap;font-variant-numeric:tabular-nums}
td.state{white-space:nowrap}
td.who{overflow-wrap:anywhere;min-width:11ch}
td strong{font-weight:600}
.data{font-size:14px;color:${muted};overflow-wrap:anywhere}
html[dir=rtl] .data{text-align:right}
blockquote{margin:8px 0 2px;padding:8px 14px;background:${soft};border-inline-start:4px solid ${accent};border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}
pre{margin:0;padding:14px 18px;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;font-size:15px}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
.mail{background:#fff;border:1px solid ${line};border-radius:12px;margin-block-end:14px;overflow:hidden}
.mail h3{margin:0;padding:12px 18px 2px;font-size:16px}
.mail p{margin:0;padding:0 18px 10px;font-size:14px;color:${muted};border-block-end:1px solid ${line}}
.late{color:${warning};font-weight:600}
.kept{color:${accent};font-weight:600}
.none{color:${muted};margin:0}
.check{padding:18px 22px}
.check p{margin:0 0 10px}
.check .command{display:inline-block;padding:8px 16px;background:${ink};color:#fff;border-radius:8px}
@media (max-width:640px){
main{padding:12px 10px 40px}header{padding:20px 16px}h1{font-size:23px}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{display:block;padding:10px 14px;border-block-end:1px solid ${line}}tr:last-child{border-block-end:0}
td,td.seq{display:block;width:auto;padding:1px 0;border:0}td.seq{display:none}td.when,td.who{font-size:14px;color:${muted}}
}
@media print{
@page{size:A4;margin:16mm 14mm}
body{background:#fff;font-size:10.5pt}main{max-width:none;padding:0}nav{display:none}
header,.sheet,.mail{border-radius:0}section{margin-block-start:22px}
h2,h3{break-after:avoid}tr,blockquote,header,.check{break-inside:avoid}thead{display:table-header-group}
th,td{padding:5px 8px}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
