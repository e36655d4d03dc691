import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed, refusalOf } from '../shared/conditional-write.ts';
import type { Instant } from '../shared/now.ts';
import type { Contact } from './contact.ts';
import { contactStore, FIRST } from './contact-store.ts';
import { CustomerErased } from './refusals.ts';
import { referTo, salted, textIdOf } from './text.ts';

// The vault: all that identifies a person or was written by one, and nothing else is here or anywhere else.
// personId   sk              contact            name, e-mail, language, time zone; version, new with every put;
//                                                bouncedAt when the address is dead; erasedAt alone when it was erased
// personId   text#<id>       text, salt         what somebody wrote: an interaction, a note, a comment, and what its
//                                                commitment was made with

export type VaultStore = ReturnType<typeof vaultStore>;

export function vaultStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (personId: string, sk: string) => ({ personId: { S: personId }, sk: { S: sk } });
  return {
    ...contactStore(db, TableName),

    /** Replaces the contact; a new address has not bounced. @throws CustomerErased */
    async putContact(personId: string, contact: Contact): Promise<void> {
      const Item = {
        ...key(personId, 'contact'),
        contact: { S: JSON.stringify(contact) },
        version: { S: randomUUID() },
      };
      const put = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(erasedAt)' });
      if (!(await ifAllowed(db.send(put)))) throw new CustomerErased(personId);
    },

    /**
     * Mail to this address comes back: nothing more is sent to it until the contact is put anew. A bounce of the
     * address somebody had before says nothing of the one they have now.
     */
    async markBounced(personId: string, version: string, at: Instant): Promise<void> {
      // Whoever was forgotten meanwhile is not written to anyway, and whoever moved has a new address.
      await ifAllowed(
        db.send(
          new UpdateItemCommand({
            TableName,
            Key: key(personId, 'contact'),
            UpdateExpression: 'SET bouncedAt = :at',
            ConditionExpression:
              version === FIRST
                ? 'attribute_exists(personId) AND attribute_not_exists(#version)'
                : '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':at': { S: at }, ...(version !== FIRST && { ':version': { S: version } }) },
          }),
        ),
      );
    },

    /**
     * Keeps what somebody wrote about this person's case, without card numbers. The same id again keeps what is there.
     * @returns the reference that an event holds: it names the text and commits to it
     */
    async keepText(personId: string, textId: string, text: string): Promise<string> {
      const fresh = salted(text);
      const refused = await refusalOf(
        db.send(
          new PutItemCommand({
            TableName,
            Item: { ...key(personId, `text#${textId}`), text: { S: fresh.text }, salt: { S: fresh.salt } },
            ConditionExpression: 'attribute_not_exists(sk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        ),
      );
      if (!refused) return referTo(textId, fresh);
      return referTo(textId, { text: refused.Item?.text?.S ?? '', salt: refused.Item?.salt?.S ?? '' });
    },

    async text(personId: string, reference: string): Promise<string | undefined> {
      const Key = key(personId, `text#${textIdOf(reference)}`);
      const { Item } = await db.send(new GetItemCommand({ TableName, Key }));
      return Item?.text?.S;
    },
  };
}
