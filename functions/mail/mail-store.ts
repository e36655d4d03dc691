import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { FIRST } from '../customer/contact-store.ts';
import { ifAllowed, refusalOf } from '../shared/conditional-write.ts';
import { getItems } from '../shared/get-items.ts';
import type { Instant } from '../shared/now.ts';
import type { LetterKind } from './mail.ts';

// In the table of views:
// pk               sk       state (claimed, sent), attempt, letter, to, contact (its version), at, caseId?, about?
// mail#<mail id>   claim    put before a mail is sent, so that it is known to have been tried

/** What is sent to whom, about which case, or about which rungs of which tasks; `at` is when the sender began. */
export type Claim = {
  mailId: string;
  letter: LetterKind;
  to: string;
  at: Instant;
  caseId?: string;
  about?: string[];
};
/** `attempt` is whose claim it is: of all who try to send a mail, the last who began. */
export type Attempt = Claim & { contact: string; attempt: string };
/** `contact` is the version of the contact that it went to: the address itself stands in the vault only. */
export type KnownMail = Claim & { contact: string; state: 'claimed' | 'sent' };
export type MailStore = ReturnType<typeof mailStore>;

export function mailStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (mailId: string) => ({ pk: { S: `mail#${mailId}` }, sk: { S: 'claim' } });
  async function read(mailId: string) {
    const { Item } = await db.send(new GetItemCommand({ TableName, Key: key(mailId), ConsistentRead: true }));
    return Item;
  }

  return {
    /** `new` when nobody tried to send this mail before; otherwise what is known of that. */
    async claim(claim: Attempt): Promise<'new' | KnownMail> {
      const Item = toItem(claim, key(claim.mailId));
      const put = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
      const refused = await refusalOf(db.send(put));
      if (!refused) return 'new';
      const there = await read(claim.mailId);
      if (!there) throw refused; // released meanwhile: whoever calls again may claim it
      // The answer to this very put may have been lost, and the put sent again.
      return there.attempt?.S === claim.attempt ? 'new' : toMail(claim.mailId, there);
    },

    /** From now on the claim is this attempt's. @throws ConditionalCheckFailedException when it was released meanwhile */
    async takeOver(mailId: string, attempt: string): Promise<void> {
      await db.send(
        new UpdateItemCommand({
          TableName,
          Key: key(mailId),
          UpdateExpression: 'SET attempt = :attempt',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':attempt': { S: attempt } },
        }),
      );
    },

    /** It was sent; `contact` tells the sender's own knowledge of whereto, which an earlier attempt may not have had. */
    async markSent(mailId: string, contact?: string): Promise<void> {
      await db.send(
        new UpdateItemCommand({
          TableName,
          Key: key(mailId),
          UpdateExpression: `SET #state = :sent${contact ? ', contact = :contact' : ''}`,
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':sent': { S: 'sent' }, ...(contact && { ':contact': { S: contact } }) },
        }),
      );
    },

    /** This attempt certainly did not send the mail: it may be tried again, unless another attempt took over. */
    async release(mailId: string, attempt: string): Promise<void> {
      await ifAllowed(
        db.send(
          new DeleteItemCommand({
            TableName,
            Key: key(mailId),
            ConditionExpression: 'attempt = :attempt',
            ExpressionAttributeValues: { ':attempt': { S: attempt } },
          }),
        ),
      );
    },

    async find(mailId: string): Promise<KnownMail | undefined> {
      const item = await read(mailId);
      return item && toMail(mailId, item);
    },

    /** What is known of each of these mails, in their order; nothing of one that nobody tried to send. At most 100. */
    async findAll(mailIds: readonly string[]): Promise<(KnownMail | undefined)[]> {
      const items = await getItems(db, TableName, mailIds.map(key));
      return mailIds.map((mailId, index) => {
        const item = items[index];
        return item && toMail(mailId, item);
      });
    },
  };
}

const toItem = (claim: Attempt, key: Record<string, AttributeValue>) => {
  const { letter, to, contact, at, caseId, about, attempt } = claim;
  return {
    ...key,
    state: { S: 'claimed' },
    attempt: { S: attempt },
    letter: { S: letter },
    to: { S: to },
    contact: { S: contact },
    at: { S: at },
    ...(caseId && { caseId: { S: caseId } }),
    ...(about && { about: { S: JSON.stringify(about) } }),
  };
};

const toMail = (mailId: string, item: Record<string, AttributeValue>): KnownMail => ({
  mailId,
  state: item.state?.S as KnownMail['state'],
  letter: item.letter?.S as LetterKind,
  to: item.to?.S ?? '',
  contact: item.contact?.S ?? FIRST,
  at: item.at?.S ?? '',
  ...(item.caseId?.S && { caseId: item.caseId.S }),
  ...(item.about?.S && { about: JSON.parse(item.about.S) as string[] }),
});
