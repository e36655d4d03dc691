import { type CaseStore, fold } from '../case/case-store.ts';
import { showOwnCase } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import { casesOf } from './cases-of.ts';
import type { CustomerRecordStore } from './customer-record-store.ts';
import type { PersonStore, VaultRow } from './person-store.ts';
import { CustomerNotFound } from './refusals.ts';

export type ExportWorld = {
  cases: CaseStore;
  views: Pick<CaseViewStore, 'list'>;
  people: Pick<PersonStore, 'everything'>;
  records: Pick<CustomerRecordStore, 'history'>;
};

/**
 * All that is known of a person, for themselves or for another service to read: every row of the vault, every case with
 * what happened in it, and what was done with their data. Rows of a new kind are in it without a change here.
 * @throws CustomerNotFound
 */
export async function exportCustomer(world: ExportWorld, customerId: string) {
  const [rows, listed, records] = await Promise.all([
    world.people.everything(customerId),
    casesOf(world.views, customerId),
    world.records.history(customerId),
  ]);
  if (rows.length + listed.length + records.length === 0) throw new CustomerNotFound(customerId);
  const cases = await Promise.all(
    listed.map(async ({ caseId }) => {
      const events = await world.cases.history(caseId);
      const happened = events.map(({ seq, at, fact }) => ({ seq, at, ...fact }));
      return { ...showOwnCase(fold(events)), events: happened };
    }),
  );
  return {
    format: 'caseloop-export/1',
    customerId,
    vault: rows.flatMap(handedOut),
    cases,
    records: records.map(({ seq, at, fact }) => ({ seq, at, ...fact })),
  };
}

/** Packs of evidence are put together from the rest; salts and versions tell nobody anything. */
const handedOut = ({ sk, values: { salt: _, version: __, ...values } }: VaultRow): Record<string, unknown>[] =>
  sk.startsWith('pack#') ? [] : [{ row: sk, ...values }];
