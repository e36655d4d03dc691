import { createHash } from 'node:crypto';
import type { SignIn } from '../shared/sign-in.ts';

/** What the page is told by the function that serves it. */
export type ConsoleSettings = SignIn & { organisation: string };

/** `etag` names this version of the page: whoever has it is not sent it again. */
export type ConsolePage = { markup: string; etag: string; headers: Record<string, string> };

const hashOf = (text: string, encoding: 'base64' | 'base64url'): string =>
  createHash('sha256').update(text).digest(encoding);

/**
 * The page with the settings of this stage in it. Of scripts and styles only those run that stand in it, byte for
 * byte; it asks this API and the issuer that vouches for people, and nobody else.
 */
export function consolePage(template: string, settings: ConsoleSettings): ConsolePage {
  const markup = template.replace('%SETTINGS%', () => attribute(JSON.stringify(settings)));
  const allowed = (element: 'script' | 'style') => {
    const [, inner] = new RegExp(`<${element}[^>]*>([^]*?)</${element}>`).exec(markup) ?? [];
    return inner ? `'sha256-${hashOf(inner, 'base64')}'` : "'none'";
  };
  const asked = new Set([settings.issuer, ...settings.origins].map((url) => new URL(url).origin));
  return {
    markup,
    etag: `"${hashOf(markup, 'base64url').slice(0, 22)}"`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        `default-src 'none'; script-src ${allowed('script')}; style-src ${allowed('style')}; ` +
        `connect-src 'self' ${[...asked].join(' ')}; img-src data:; ` +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      // Kept, and asked about each time: the whole page is one version, so its parts always fit.
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
    },
  };
}

const attribute = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
