import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
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
      try {
        const ConditionExpression = 'attribute_not_exists(erasedAt)';
        await db.send(new PutItemCommand({ TableName, Item, ConditionExpression }));
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) throw new CustomerErased(personId);
        throw error;
      }
    },

    /**
     * Mail to this address comes back: nothing more is sent to it until the contact is put anew. A bounce of the
     * address somebody had before says nothing of the one they have now.
     */
    async markBounced(personId: string, version: string, at: Instant): Promise<void> {
      try {
        await db.send(
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
        );
      } catch (error) {
        // Whoever was forgotten meanwhile is not written to anyway, and whoever moved has a new address.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /**
     * Keeps what somebody wrote about this person's case, without card numbers. The same id again keeps what is there.
     * @returns the reference that an event holds: it names the text and commits to it
     */
    async keepText(personId: string, textId: string, text: string): Promise<string> {
      const fresh = salted(text);
      try {
        await db.send(
          new PutItemCommand({
            TableName,
            Item: { ...key(personId, `text#${textId}`), text: { S: fresh.text }, salt: { S: fresh.salt } },
            ConditionExpression: 'attribute_not_exists(sk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return referTo(textId, fresh);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return referTo(textId, { text: error.Item?.text?.S ?? '', salt: error.Item?.salt?.S ?? '' });
      }
    },

    async text(personId: string, reference: string): Promise<string | undefined> {
      const Key = key(personId, `text#${textIdOf(reference)}`);
      const { Item } = await db.send(new GetItemCommand({ TableName, Key }));
      return Item?.text?.S;
    },
  };
}
