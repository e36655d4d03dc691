import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { type Email, getStoreReadonly, saveEmail } from 'aws-ses-v2-local/dist/store.js';
import { keepLines } from './kept-lines.ts';
import { urlOf } from './listen.ts';

// CommonJS with an `exports.default`, which Node and bundlers import differently; all agree on require.
const { default: startInboxPage } = createRequire(import.meta.url)(
  'aws-ses-v2-local',
) as typeof import('aws-ses-v2-local');

/** A mail as it was sent. */
export interface Mail {
  readonly id: string;
  /** Milliseconds since the epoch, by the clock. */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet?: string | undefined;
}

/** What the inbox cannot learn from the mail itself. */
export type Circumstances = Pick<Mail, 'at' | 'tags' | 'configurationSet'>;

export interface Inbox {
  /** All mails in the order in which they were sent; with an address, those to it. */
  messages(to?: string): readonly Mail[];
}

/** The server of aws-ses-v2-local: it checks and parses what is sent and shows it on a page. `file` keeps the mails. */
export async function openInbox(port: number, file?: string) {
  const page: Server = await startInboxPage({ host: '127.0.0.1', port });
  if (!page.listening) throw new Error(`The inbox cannot listen on port ${port}`); // it resolves on failure too
  const url = urlOf(page);
  const kept = keepLines<{ mail: Mail; shown: Email }>(file);
  const mails = kept.entries.map(({ mail }) => mail);
  const shownHere = new Set<Email>();
  for (const { shown } of kept.entries) show(shown);

  function show(email: Email): void {
    saveEmail(email);
    shownHere.add(email);
  }

  /** Takes a request of SES's `SendEmail` as it came. A good one is answered with 200 and becomes a mail. */
  async function accept(body: string, { at, ...circumstances }: Circumstances) {
    const headers = { 'content-type': 'application/json', authorization: 'AWS4-HMAC-SHA256 local' };
    const answer = await fetch(`${url}/v2/email/outbound-emails`, { method: 'POST', headers, body });
    const text = await answer.text();
    if (answer.status !== 200) return { status: answer.status, body: text };
    const shown = getStoreReadonly().emails.findLast(({ messageId }) => messageId === JSON.parse(text).MessageId);
    if (!shown) throw new Error(`A mail was accepted and is not there: ${text}`);
    shownHere.add(shown);
    shown.at = Math.floor(at / 1000); // the page knows real time only
    const mail: Mail = {
      id: shown.messageId,
      at,
      from: shown.from,
      ...shown.destination,
      replyTo: shown.replyTo,
      subject: shown.subject,
      text: shown.body.text,
      html: shown.body.html,
      headers: shown.headers ?? [],
      ...circumstances,
    };
    mails.push(mail);
    kept.append({ mail, shown });
    return { status: 200, body: text, mail };
  }

  async function stop(): Promise<void> {
    const { emails } = getStoreReadonly(); // one store for the whole process: take out only what came in here
    emails.splice(0, emails.length, ...emails.filter((email) => !shownHere.has(email)));
    page.closeAllConnections();
    await new Promise((closed) => page.close(closed));
  }

  const messages = (to?: string) => mails.filter((mail) => !to || mail.to.some((one) => one.includes(to)));
  return { url, accept, messages, stop };
}
