import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { CaseStore } from '../case/case-store.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import type { ReportStore } from '../case/report-store.ts';
import type { Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { casesOf } from './cases-of.ts';
import { type Customer, lastErasure } from './customer.ts';
import type { CustomerRecordStore } from './customer-record-store.ts';
import type { PersonStore } from './person-store.ts';

export type EraseWorld = {
  records: CustomerRecordStore;
  people: PersonStore;
  cases: CaseStore;
  views: Pick<CaseViewStore, 'list'>;
  reports: Pick<ReportStore, 'forgetSubject'>;
};

/**
 * Carries out what two people agreed on: the vault forgets the person, no list finds their cases any more, and how many
 * rows went is recorded. Events stay as they are, so every chain holds and statistics stay. Interrupted anywhere, doing
 * it again goes on; done again, it changes nothing.
 */
export async function eraseCustomer(world: EraseWorld, customerId: string, at: Instant): Promise<Customer> {
  const current = await world.records.load(customerId);
  const erasure = lastErasure(current);
  if (erasure?.status !== 'approved') return current;
  const { erasureId } = erasure;
  const rows = await world.people.forgetAll(customerId, at);
  const theirs = await casesOf(world.views, customerId);
  await sideBySide(theirs, async ({ caseId }) => {
    // A case that was marked is in no list of theirs any more: whatever else there is to do comes before.
    await world.reports.forgetSubject(customerId, (await world.cases.load(caseId)).subject);
    await world.cases.change(caseId, { by: 'erasure', at }, recordErasure);
  });
  return world.records.change(customerId, { by: 'erasure', at }, (now) =>
    lastErasure(now)?.status === 'approved'
      ? { kind: 'erased', data: { erasureId, cases: theirs.length, rows } }
      : undefined,
  );
}

export const recordErasure = ({ status, erased }: Case): CaseFact[] =>
  status === 'none' || erased ? [] : [{ kind: 'customer-erased', data: {} }];
