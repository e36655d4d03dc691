import * as z from 'zod/mini';
import { AccountId, CardId, TransactionId } from '../shared/ids.ts';
import { instant } from '../shared/now.ts';

// What a bank answers; docs/account-system.json is made from it. Members that are not named here are ignored.

const Country = z.string().check(z.regex(/^[A-Z]{2}$/));
const Time = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((time) => instant(Date.parse(time))),
);

/** `GET /customers/{customerId}/holdings` */
export const HoldingsAnswer = z.object({
  home: Country,
  accounts: z.array(z.object({ accountId: AccountId, frozen: z.boolean() })).check(z.maxLength(1000)),
  cards: z.array(z.object({ cardId: CardId, accountId: AccountId, frozen: z.boolean() })).check(z.maxLength(1000)),
});

/** `GET /accounts/{accountId}/transactions?since=…[&cursor=…]`: oldest first; `next` is the cursor of what follows. */
export const TransactionsAnswer = z.object({
  transactions: z
    .array(
      z.object({
        transactionId: TransactionId,
        at: Time,
        amount: z.int(),
        currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
        merchant: z.string().check(z.maxLength(200)),
        country: Country,
        cardId: z.optional(CardId),
      }),
    )
    .check(z.maxLength(1000)),
  next: z.optional(z.string().check(z.maxLength(1000))),
});
