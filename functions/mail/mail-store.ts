import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { LetterKind } from './mail.ts';

// In the table of views:
// pk               sk       state (claimed, sent), attempt, letter, to, caseId?, about (what a digest is about)
// mail#<mail id>   claim    put before a mail is sent, so that it is known to have been tried

export type Claim = { mailId: string; letter: LetterKind; to: string; caseId?: string; about?: string[] };
export type KnownMail = Claim & { state: 'claimed' | 'sent' };
export type MailStore = ReturnType<typeof mailStore>;

export function mailStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (mailId: string) => ({ pk: { S: `mail#${mailId}` }, sk: { S: 'claim' } });
  async function read(mailId: string) {
    const { Item } = await db.send(new GetItemCommand({ TableName, Key: key(mailId), ConsistentRead: true }));
    return Item;
  }

  return {
    /** `new` when nobody tried to send this mail before; otherwise what is known of that. */
    async claim(claim: Claim): Promise<'new' | KnownMail> {
      const attempt = { S: randomUUID() };
      try {
        await db.send(
          new PutItemCommand({
            TableName,
            Item: { ...toItem(claim, key(claim.mailId)), attempt },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return 'new';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const there = await read(claim.mailId);
        if (!there) throw error; // released meanwhile: whoever calls again may claim it
        // The answer to this very put may have been lost, and the put sent again.
        return there.attempt?.S === attempt.S ? 'new' : toMail(claim.mailId, there);
      }
    },

    async markSent(mailId: string): Promise<void> {
      await db.send(
        new UpdateItemCommand({
          TableName,
          Key: key(mailId),
          UpdateExpression: 'SET #state = :sent',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':sent': { S: 'sent' } },
        }),
      );
    },

    /** The mail was certainly not sent: it may be tried again. */
    async release(mailId: string): Promise<void> {
      await db.send(new DeleteItemCommand({ TableName, Key: key(mailId) }));
    },

    async find(mailId: string): Promise<KnownMail | undefined> {
      const item = await read(mailId);
      return item && toMail(mailId, item);
    },
  };
}

const toItem = ({ letter, to, caseId, about }: Claim, key: Record<string, AttributeValue>) => ({
  ...key,
  state: { S: 'claimed' },
  letter: { S: letter },
  to: { S: to },
  ...(caseId && { caseId: { S: caseId } }),
  ...(about && { about: { S: JSON.stringify(about) } }),
});

const toMail = (mailId: string, item: Record<string, AttributeValue>): KnownMail => ({
  mailId,
  state: item.state?.S as KnownMail['state'],
  letter: item.letter?.S as LetterKind,
  to: item.to?.S ?? '',
  ...(item.caseId?.S && { caseId: item.caseId.S }),
  ...(item.about?.S && { about: JSON.parse(item.about.S) as string[] }),
});
