import type { Instant } from '../shared/now.ts';

/** Something that can be frozen. `country` is where the customer of an account is at home (ISO 3166-1 alpha-2). */
export type Account = { accountId: string; frozen: boolean };
export type Card = { cardId: string; accountId: string; frozen: boolean };

/** A booking. `amount` in the minor unit of `currency` (cents, rials), negative for money that came in. */
export type Transaction = {
  transactionId: string;
  accountId: string;
  at: Instant;
  amount: number;
  currency: string;
  merchant: string;
  country: string;
  cardId?: string;
};

export type Holdings = { home: string; accounts: Account[]; cards: Card[] };

/** What Caseloop needs of a bank. Whatever implements it makes each call safe to repeat. */
export interface AccountGateway {
  /** Everything of a customer that can be frozen. @throws AccountServiceUnavailable */
  holdings(customerId: string): Promise<Holdings>;

  /**
   * Puts a hold of this case on an account or a card; a hold that is there already stays as it is.
   * `unknown` when the account system has no such account or card of this customer.
   * @throws AccountServiceUnavailable when asking again may help
   */
  freeze(customerId: string, target: string, caseId: string): Promise<'frozen' | 'unknown'>;

  /**
   * Takes the hold of this case off; other holds stay as they are, and where there is none nothing changes.
   * `unknown` when the account system has no such account or card of this customer.
   * @throws AccountServiceUnavailable when asking again may help
   */
  unfreeze(customerId: string, target: string, caseId: string): Promise<'unfrozen' | 'unknown'>;

  /** Bookings of the account since then, oldest first. @throws AccountServiceUnavailable */
  transactions(accountId: string, since: Instant): Promise<Transaction[]>;
}
