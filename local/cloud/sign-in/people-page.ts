import { createHash } from 'node:crypto';
import { html } from '../../../functions/shared/html.ts';
import type { SignInPerson } from './people.ts';

const style = html`
:root{color-scheme:light dark;--page:#f5f6f6;--card:#fff;--ink:#16242a;--muted:#566870;--line:#d6dddf;--accent:#0b6666}
@media (prefers-color-scheme:dark){:root{--page:#0e1518;--card:#162024;--ink:#e6edee;--muted:#a3b3b8;--line:#2b383d;--accent:#6fd0c6}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
main{max-width:34rem;margin:0 auto;padding:3rem 1rem}
h1{font-size:1.375rem;margin:0 0 .25rem}
p{color:var(--muted);margin:0 0 1.5rem}
h2{font-size:.8125rem;font-weight:600;color:var(--muted);margin:1.25rem 0 .375rem}
form{display:grid;gap:.375rem}
button{display:flex;justify-content:space-between;gap:1rem;width:100%;padding:.625rem .875rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px;cursor:pointer;text-align:start}
button:hover{border-color:var(--accent)}
button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
small{color:var(--muted);font-size:.875rem}
`;
const styleHash = createHash('sha256').update(style.markup).digest('base64');

/** Everybody one can be on this machine; there are no passwords, since nobody here exists. `to` is the form's address. */
export function peoplePage(people: readonly SignInPerson[], to: string, redirectUri: string) {
  const roles = [...new Set(people.map(({ roles: [...all] }) => all.join(', ')))];
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in on this machine</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Who do you want to be?</h1>
<p>This machine vouches for everybody: nobody here exists, and there is no password.</p>
<form method="post" action="${to}">
${roles.map(
  (role) =>
    html`<h2>${role}</h2>\n${people
      .filter((person) => person.roles.join(', ') === role)
      .map(
        ({ id, name }) =>
          html`<button name="person" value="${id}"><bdi>${name}</bdi><small>${id === name ? undefined : id}</small></button>\n`,
      )}`,
)}
</form>
</main>
</body>
</html>
`;
  return {
    body: markup,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self' ${new URL(redirectUri).origin}; base-uri 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
    },
  };
}
