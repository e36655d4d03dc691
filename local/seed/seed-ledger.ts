import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Transaction } from '../../functions/account/account.ts';
import type { Holder } from './bookings.ts';

type Item = Record<string, AttributeValue>;

/** Fills the reference ledger. */
export async function seedLedger(db: DynamoDBClient, table: string, holders: Holder[]): Promise<number> {
  const items = holders.flatMap(itemsOf);
  for (let start = 0; start < items.length; start += 25) {
    const requests = items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
    await db.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
  }
  return items.length;
}

export type Target = { customerId: string; target: string };

/** While a batch of bookings is posted, the ledger refuses every change of this account or card. */
export async function startPosting(db: DynamoDBClient, table: string, of: Target): Promise<void> {
  await db.send(
    new UpdateItemCommand({
      ...itemOf(table, of),
      UpdateExpression: 'SET postingUntil = :never',
      ExpressionAttributeValues: { ':never': { S: '9999' } },
    }),
  );
}

export async function endPosting(db: DynamoDBClient, table: string, of: Target): Promise<void> {
  await db.send(new UpdateItemCommand({ ...itemOf(table, of), UpdateExpression: 'REMOVE postingUntil' }));
}

const itemOf = (TableName: string, { customerId, target }: Target) => ({
  TableName,
  Key: { pk: { S: customerId }, sk: { S: target } },
});

function itemsOf({ customerId, country, accounts, cards, transactions }: Holder): Item[] {
  const own = (sk: string): Item => ({ pk: { S: customerId }, sk: { S: sk } });
  return [
    { ...own('customer'), country: { S: country } },
    ...accounts.map(own),
    ...cards.map(({ cardId, accountId }) => ({ ...own(cardId), accountId: { S: accountId } })),
    ...transactions.map(booking),
  ];
}

const booking = ({ accountId, transactionId, at, amount, currency, merchant, country, cardId }: Transaction): Item => ({
  pk: { S: accountId },
  sk: { S: `${at}#${transactionId}` },
  amount: { N: String(amount) },
  currency: { S: currency },
  merchant: { S: merchant },
  country: { S: country },
  ...(cardId && { cardId: { S: cardId } }),
});
