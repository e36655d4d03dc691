import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../shared/now.ts';
import { Contact } from './contact.ts';

// The vault: all that identifies a person or was written by one, and nothing else is here or anywhere else.
// personId   sk              contact            name, e-mail, language, time zone; bouncedAt when the address is dead
// personId   text#<id>       text               what somebody wrote: an interaction, a note, a comment

export type KnownContact = Contact & { bouncedAt?: Instant };
export type VaultStore = ReturnType<typeof vaultStore>;

export function vaultStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (personId: string, sk: string) => ({ personId: { S: personId }, sk: { S: sk } });
  return {
    /** Replaces the contact; a new address has not bounced. */
    async putContact(personId: string, contact: Contact): Promise<void> {
      const Item = { ...key(personId, 'contact'), contact: { S: JSON.stringify(contact) } };
      await db.send(new PutItemCommand({ TableName, Item }));
    },

    async contact(personId: string): Promise<KnownContact | undefined> {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key: key(personId, 'contact') }));
      if (!Item?.contact?.S) return undefined;
      const contact = Contact.parse(JSON.parse(Item.contact.S));
      return Item.bouncedAt?.S ? { ...contact, bouncedAt: Item.bouncedAt.S } : contact;
    },

    /** Mail to this address comes back: nothing more is sent to it until the contact is put anew. */
    async markBounced(personId: string, at: Instant): Promise<void> {
      try {
        await db.send(
          new UpdateItemCommand({
            TableName,
            Key: key(personId, 'contact'),
            UpdateExpression: 'SET bouncedAt = :at',
            ConditionExpression: 'attribute_exists(personId)',
            ExpressionAttributeValues: { ':at': { S: at } },
          }),
        );
      } catch (error) {
        // Whoever was forgotten meanwhile is not written to anyway.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /** Keeps what somebody wrote about this person's case; the same id again replaces it with the same. */
    async putText(personId: string, textId: string, text: string): Promise<void> {
      await db.send(new PutItemCommand({ TableName, Item: { ...key(personId, `text#${textId}`), text: { S: text } } }));
    },

    async text(personId: string, textId: string): Promise<string | undefined> {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key: key(personId, `text#${textId}`) }));
      return Item?.text?.S;
    },
  };
}
