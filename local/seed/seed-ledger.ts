import { type AttributeValue, BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Transaction } from '../../functions/account/account.ts';
import type { Holder } from './bookings.ts';

type Item = Record<string, AttributeValue>;

/** Fills the reference ledger; a `busy` account or card refuses every change until then, for a batch is posted. */
export async function seedLedger(
  db: DynamoDBClient,
  table: string,
  holders: Holder[],
  busy: { target: string; until: string }[] = [],
): Promise<number> {
  const items = holders.flatMap((holder) => itemsOf(holder, busy));
  for (let start = 0; start < items.length; start += 25) {
    const requests = items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
    await db.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
  }
  return items.length;
}

function itemsOf({ customerId, country, accounts, cards, transactions }: Holder, busy: { target: string; until: string }[]) {
  const posting = (target: string): Item => {
    const until = busy.find((one) => one.target === target)?.until;
    return until ? { postingUntil: { S: until } } : {};
  };
  const own = (sk: string): Item => ({ pk: { S: customerId }, sk: { S: sk }, ...posting(sk) });
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
