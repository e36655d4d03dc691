import { randomUUID } from 'node:crypto';
import { AccountServiceUnavailable } from '../shared/errors.ts';
import type { Instant } from '../shared/now.ts';
import type { AccountGateway, Transaction } from './account.ts';
import type { AskBank } from './ask-bank.ts';
import { HoldingsAnswer, TransactionsAnswer } from './bank-contract.ts';

// More bookings of one account than anybody reviews, and a `next` that never ends.
const MOST_PAGES = 50;

/** The accounts of a bank that answers as docs/account-system.json has it. */
export function httpGateway(ask: AskBank): AccountGateway {
  const hold = (method: 'PUT' | 'DELETE', customerId: string, target: string, caseId: string) =>
    ask({ method, path: path`/customers/${customerId}/holds/${target}/${caseId}`, idempotencyKey: randomUUID() });

  return {
    async holdings(customerId) {
      const answer = await ask({
        method: 'GET',
        path: path`/customers/${customerId}/holdings`,
        answer: HoldingsAnswer,
      });
      return answer?.value ?? { home: '', accounts: [], cards: [] };
    },

    freeze: async (...held) => ((await hold('PUT', ...held)) ? 'frozen' : 'unknown'),
    unfreeze: async (...held) => ((await hold('DELETE', ...held)) ? 'unfrozen' : 'unknown'),

    async transactions(accountId, since: Instant) {
      const found: Transaction[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const asked = new URLSearchParams({ since, ...(cursor && { cursor }) });
        const at = `${path`/accounts/${accountId}/transactions`}?${asked}`;
        const answer = await ask({ method: 'GET', path: at, answer: TransactionsAnswer });
        found.push(...(answer?.value.transactions ?? []).map((booking) => ({ ...booking, accountId })));
        cursor = answer?.value.next;
        if (!cursor) return found;
      }
      throw new AccountServiceUnavailable(`more than ${MOST_PAGES} pages of bookings`);
    },
  };
}

const path = (texts: TemplateStringsArray, ...ids: string[]): string =>
  texts.reduce((made, text, index) => `${made}${text}${encodeURIComponent(ids[index] ?? '')}`, '');
