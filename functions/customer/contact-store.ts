import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';
import type { Contact } from './contact.ts';

/** `version` stands for the address where the address itself must not be. */
export type KnownContact = Contact & { version: string; bouncedAt?: Instant };
export type ContactStore = ReturnType<typeof contactStore>;
// What was put or sent before versions were kept.
export const FIRST = 'first';

/** How to reach people, of the table of the vault: all that whoever writes a mail has to know. */
export const contactStore = (db: Pick<DynamoDBClient, 'send'>, TableName: string) => ({
  async contact(personId: string): Promise<KnownContact | undefined> {
    const Key = { personId: { S: personId }, sk: { S: 'contact' } };
    const { Item } = await db.send(new GetItemCommand({ TableName, Key }));
    if (!Item?.contact?.S) return undefined;
    // It was checked when it was put.
    const contact = { ...(JSON.parse(Item.contact.S) as Contact), version: Item.version?.S ?? FIRST };
    return Item.bouncedAt?.S ? { ...contact, bouncedAt: Item.bouncedAt.S } : contact;
  },
});
