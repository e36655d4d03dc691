import { type AttributeValue, type DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import { AccountServiceUnavailable } from '../shared/errors.ts';
import { now } from '../shared/now.ts';
import { queryItems } from '../shared/query-items.ts';
import type { AccountGateway, Transaction } from './account.ts';

// The reference account system, one table:
// pk             sk               holder's country; account and card: holds (the cases that froze it),
// cus_…          customer         postingUntil (no change before, while a batch of bookings runs);
// cus_…          acc_…            card also: accountId
// cus_…          card_…
// acc_…          <instant>#tx_…   amount, currency, merchant, country, cardId

type Item = Record<string, AttributeValue>;

export function ledgerGateway(db: Pick<DynamoDBClient, 'send'>, TableName: string): AccountGateway {
  const items = (pk: string, from = '') =>
    queryItems(db, {
      TableName,
      KeyConditionExpression: from ? 'pk = :pk AND sk >= :from' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk }, ...(from && { ':from': { S: from } }) },
    });

  /** Puts a case into the holds of an account or card, or takes it out. False when there is no such account or card. */
  async function change(how: 'ADD' | 'DELETE', customerId: string, target: string, caseId: string): Promise<boolean> {
    const Key = { pk: { S: customerId }, sk: { S: target } };
    const changed = await ifAllowed(
      db.send(
        new UpdateItemCommand({
          TableName,
          Key,
          UpdateExpression: `${how} holds :case`,
          ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(postingUntil) OR postingUntil < :now)',
          ExpressionAttributeValues: { ':case': { SS: [caseId] }, ':now': { S: now() } },
        }),
      ),
    );
    if (changed) return true;
    const there = await db.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    if (there.Item) throw new AccountServiceUnavailable(`bookings of ${target} are being posted`);
    return false;
  }

  return {
    async holdings(customerId) {
      const all = await items(customerId);
      const named = (prefix: string) => all.filter((item) => item.sk?.S?.startsWith(prefix));
      return {
        home: all.find((item) => item.sk?.S === 'customer')?.country?.S ?? '',
        accounts: named('acc_').map((item) => ({ accountId: text(item, 'sk'), frozen: isHeld(item) })),
        cards: named('card_').map((item) => ({
          cardId: text(item, 'sk'),
          accountId: text(item, 'accountId'),
          frozen: isHeld(item),
        })),
      };
    },

    freeze: async (...hold) => ((await change('ADD', ...hold)) ? 'frozen' : 'unknown'),
    unfreeze: async (...hold) => ((await change('DELETE', ...hold)) ? 'unfrozen' : 'unknown'),

    async transactions(accountId, since) {
      return (await items(accountId, since)).map((item) => toTransaction(accountId, item));
    },
  };
}

const text = (item: Item, name: string): string => item[name]?.S ?? '';
const isHeld = (item: Item): boolean => (item.holds?.SS ?? []).length > 0;

function toTransaction(accountId: string, item: Item): Transaction {
  const [at = '', transactionId = ''] = text(item, 'sk').split('#');
  return {
    transactionId,
    accountId,
    at,
    amount: Number(item.amount?.N ?? 0),
    currency: text(item, 'currency'),
    merchant: text(item, 'merchant'),
    country: text(item, 'country'),
    ...(item.cardId?.S && { cardId: item.cardId.S }),
  };
}
