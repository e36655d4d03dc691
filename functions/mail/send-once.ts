import { randomUUID } from 'node:crypto';
import type { ContactStore, KnownContact } from '../customer/contact-store.ts';
import { delivery } from './mail.ts';
import type { Attempt, Claim, MailStore } from './mail-store.ts';
import { MailRefused, type Post, type Stamp } from './ses-mail.ts';
import type { Recipient, Sender } from './words/letter.ts';
import type { MailWords } from './words/render-message.ts';

export type MailWorld = { vault: ContactStore; mails: MailStore; post: Post; sender: Sender };
/** Finds out what a mail is to say, and then says it to somebody. */
export type Write = () => Promise<(to: Recipient, sender: Sender) => MailWords>;
export type Sent = 'sent' | 'unconfirmed' | 'no-address' | 'address-bounced';

/**
 * Sends a mail once. When an earlier attempt may have sent it already, its kind decides: a reader must not miss a
 * mail of the kind at least once, so it goes out again; one of the kind at most once stays `unconfirmed`.
 * @throws MailRefused, what `write` throws, or what the network says; calling again is safe
 */
export async function sendOnce(world: MailWorld, mail: Claim, write: Write): Promise<Sent> {
  const contact = await world.vault.contact(mail.to);
  if (!contact) return 'no-address';
  if (contact.bouncedAt) return 'address-bounced';
  const claim = { ...mail, contact: contact.version, attempt: randomUUID() };
  const known = await world.mails.claim(claim);
  if (known !== 'new') {
    if (known.state === 'sent') return 'sent';
    if (delivery[claim.letter] === 'at-most-once') return 'unconfirmed';
    await world.mails.takeOver(claim.mailId, claim.attempt);
  }
  // Only the first attempt gives its claim back: any other would take with it that an earlier one may have sent.
  const giveBack = async () => known === 'new' && world.mails.release(claim.mailId, claim.attempt);
  await deliver(world, claim, contact, write, giveBack);
  return 'sent';
}

async function deliver(
  world: MailWorld,
  mail: Attempt,
  contact: KnownContact,
  write: Write,
  giveBack: () => Promise<unknown>,
) {
  const { vault, mails, post, sender } = world;
  const { mailId, letter, to, at } = mail;
  const stamp: Stamp = { mailId, letter };
  let handedOver = false;
  try {
    const words = (await write())(contact, sender);
    // Kept before it goes out: what cannot be shown later is not sent.
    await vault.keepMail(to, mailId, { letter, at, ...words });
    handedOver = true;
    await post.send(stamp, contact.email, words);
  } catch (error) {
    if (!handedOver || error instanceof MailRefused) await giveBack();
    throw error;
  }
  await mails.markSent(mailId, contact.version);
}
