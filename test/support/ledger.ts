import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Transaction } from '../../functions/account/account.ts';
import { tableNames } from './tables.ts';

type Holdings = { country?: string; accounts?: string[]; cards?: string[]; bookings?: Transaction[] };
const TableName = tableNames.LEDGER_TABLE;

/** Gives a customer accounts, cards on the first of them, and bookings in the reference ledger. */
export async function seedLedger(db: DynamoDBClient, customerId: string, holdings: Holdings): Promise<void> {
  const { country = 'DE', accounts = [], cards = [], bookings = [] } = holdings;
  const put = (pk: string, sk: string, more: Record<string, { S: string } | { N: string }> = {}) =>
    db.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, sk: { S: sk }, ...more } }));
  await put(customerId, 'customer', { country: { S: country } });
  for (const accountId of accounts) await put(customerId, accountId);
  for (const cardId of cards) await put(customerId, cardId, { accountId: { S: accounts[0] ?? 'acc_none' } });
  for (const one of bookings) {
    await put(one.accountId, `${one.at}#${one.transactionId}`, {
      amount: { N: String(one.amount) },
      currency: { S: one.currency },
      merchant: { S: one.merchant },
      country: { S: one.country },
      ...(one.cardId && { cardId: { S: one.cardId } }),
    });
  }
}

/** The ledger posts bookings of this account or card until then, and refuses every change meanwhile. */
export async function postingUntil(db: DynamoDBClient, customerId: string, target: string, until: string) {
  await db.send(
    new UpdateItemCommand({
      TableName,
      Key: { pk: { S: customerId }, sk: { S: target } },
      UpdateExpression: 'SET postingUntil = :until',
      ExpressionAttributeValues: { ':until': { S: until } },
    }),
  );
}
