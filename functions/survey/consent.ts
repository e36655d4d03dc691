import type { CustomerRecordStore } from '../customer/customer-record-store.ts';
import type { Instant } from '../shared/now.ts';
import type { ContactLedger, ContactLedgerStore, Wish } from './contact-ledger-store.ts';

type World = { ledger: ContactLedgerStore; records: CustomerRecordStore };
type Said = { surveys: Wish; because: 'asked' | 'complaint' };

/** Whether somebody wants surveys, since when, and which they were asked: what decides about the next. */
export const showConsent = (customerId: string, { wants, wantsSince, asked }: ContactLedger) => ({
  customerId,
  surveys: wants ?? ('not-said' as const),
  ...(wantsSince && { since: wantsSince }),
  asked: asked.length,
});

/**
 * From now on, of every survey. The record of what was said and by whom is kept for good; the ledger is what the next
 * survey looks at. Safe to do again.
 */
export async function sayConsent(
  { ledger, records }: World,
  customerId: string,
  { surveys, because }: Said,
  { by, at }: { by: string; at: Instant },
): Promise<void> {
  await records.change(customerId, { by, at }, (current) =>
    current.surveys === surveys ? undefined : { kind: 'consent-said', data: { surveys, because } },
  );
  await ledger.wish(customerId, surveys, at);
}
