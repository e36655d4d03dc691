import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';
import type { Contact } from './contact.ts';

/** `version` stands for the address where the address itself must not be. */
export type KnownContact = Contact & { version: string; bouncedAt?: Instant };
export type ContactStore = ReturnType<typeof contactStore>;
// What was put or sent before versions were kept.
export const FIRST = 'first';

/** A mail as it was handed over, without what only its reader may have: the link of a survey is as good as an answer. */
export type SentMail = { letter: string; at: Instant; subject: string; text: string; html: string };

// personId   mail#<mail id>   mail   compressed JSON: what was handed over to be sent

/** How to reach people and what they were sent, of the table of the vault: all that whoever sends a mail has to know. */
export const contactStore = (db: Pick<DynamoDBClient, 'send'>, TableName: string) => ({
  async contact(personId: string): Promise<KnownContact | undefined> {
    const Key = { personId: { S: personId }, sk: { S: 'contact' } };
    const { Item } = await db.send(new GetItemCommand({ TableName, Key }));
    if (!Item?.contact?.S) return undefined;
    // It was checked when it was put.
    const contact = { ...(JSON.parse(Item.contact.S) as Contact), version: Item.version?.S ?? FIRST };
    return Item.bouncedAt?.S ? { ...contact, bouncedAt: Item.bouncedAt.S } : contact;
  },

  /** Keeps what is about to be sent; the same mail again replaces it. */
  async keepMail(personId: string, mailId: string, mail: SentMail): Promise<void> {
    const packed = gzipSync(JSON.stringify(mail).replace(secretLinks, '$1…'));
    const Item = { personId: { S: personId }, sk: { S: `mail#${mailId}` }, mail: { B: packed } };
    await db.send(new PutItemCommand({ TableName, Item }));
  },

  /** The mail as it was sent, unless it was never sent or is forgotten. */
  async sentMail(personId: string, mailId: string): Promise<SentMail | undefined> {
    const Key = { personId: { S: personId }, sk: { S: `mail#${mailId}` } };
    const { Item } = await db.send(new GetItemCommand({ TableName, Key }));
    return Item?.mail?.B && (JSON.parse(gunzipSync(Item.mail.B).toString()) as SentMail);
  },
});

const secretLinks = /(\/surveys\/)[\w-]{20,}/g;
