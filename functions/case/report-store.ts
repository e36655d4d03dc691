import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { refusalOf } from '../shared/conditional-write.ts';

// In the table of views:
// pk                               sk        caseId, hash?
// request#<command id>             request   the case that a request with an Idempotency-Key is answered with
// subject#<customer>#<subject>     subject   the case that was last opened about this card or payment

export type Holder = { caseId: string; hash?: string };
type Keyed = Record<'pk' | 'sk' | 'caseId', AttributeValue> & { hash?: AttributeValue };
export type ReportStore = ReturnType<typeof reportStore>;

export function reportStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  /** Puts the item unless the condition forbids it; then tells what is there instead. */
  async function claim(item: Keyed, unless?: { from: string }): Promise<Holder> {
    const put = new PutItemCommand({
      TableName,
      Item: item,
      ConditionExpression: unless ? 'caseId = :from' : 'attribute_not_exists(pk)',
      ...(unless && { ExpressionAttributeValues: { ':from': { S: unless.from } } }),
    });
    const refused = await refusalOf(db.send(put));
    if (!refused) return read(item);
    const Key = { pk: item.pk, sk: item.sk };
    const there = await db.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    if (!there.Item) throw refused;
    return read(there.Item);
  }
  const subjectItem = (customerId: string, subject: string, caseId: string) => ({
    pk: { S: `subject#${customerId}#${subject}` },
    sk: { S: 'subject' },
    caseId: { S: caseId },
  });
  const requestItem = (commandId: string, hash: string, caseId: string) => ({
    pk: { S: `request#${commandId}` },
    sk: { S: 'request' },
    caseId: { S: caseId },
    hash: { S: hash },
  });

  return {
    /** The first request with this command id decides which case it is about; a repetition is told. */
    rememberRequest: (commandId: string, hash: string, caseId: string) => claim(requestItem(commandId, hash, caseId)),

    /** The report turned out to belong to a case that is open already. */
    redirectRequest: async (commandId: string, hash: string, caseId: string): Promise<void> => {
      await db.send(new PutItemCommand({ TableName, Item: requestItem(commandId, hash, caseId) }));
    },

    /** The case that holds the subject: this one if it was free, otherwise the one that has it. */
    claimSubject: (customerId: string, subject: string, caseId: string) =>
      claim(subjectItem(customerId, subject, caseId)),

    /** The person it was about is not known any more. */
    forgetSubject: async (customerId: string, subject: string): Promise<void> => {
      const { pk, sk } = subjectItem(customerId, subject, '');
      await db.send(new DeleteItemCommand({ TableName, Key: { pk, sk } }));
    },

    /** Takes the subject over from a case that no longer needs it; tells who holds it afterwards. */
    takeOverSubject: (customerId: string, subject: string, caseId: string, from: string) =>
      claim(subjectItem(customerId, subject, caseId), { from }),
  };
}

const read = (item: Record<string, AttributeValue> | Keyed): Holder => ({
  caseId: item.caseId?.S ?? '',
  ...(item.hash?.S && { hash: item.hash.S }),
});
