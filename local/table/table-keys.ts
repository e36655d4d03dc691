import type { TableKeys } from './table.ts';

const index = (partition: string, sort: string, ...only: string[]) => ({ partition, sort, only });

/** The keys of each table, as the data stack has them. */
export const keysOfTables: Record<string, TableKeys> = {
  'case-events': { partition: 'caseId', sort: 'seq' },
  'case-views': {
    partition: 'pk',
    sort: 'sk',
    indexes: {
      byStatus: index('statusList', 'sort', 'row'),
      byCustomer: index('customerList', 'sort', 'row'),
      byTeam: index('teamList', 'sort', 'row'),
      byPerson: index('personList', 'sort', 'row'),
      byDue: index('dueList', 'dueAt', 'row'),
      byHead: index('headList', 'pk'),
    },
  },
  'run-archive': { partition: 'caseId', sort: 'part' },
  vault: { partition: 'personId', sort: 'sk' },
  policies: { partition: 'policy', sort: 'version' },
  'customer-records': { partition: 'customerId', sort: 'seq' },
  roots: { partition: 'pk', sort: 'sk' },
  access: {
    partition: 'about',
    sort: 'sk',
    indexes: { byReader: { partition: 'reader', sort: 'sk' }, byDay: index('firstOf', 'reader') },
  },
  observations: { partition: 'pk', sort: 'sk' },
  ledger: { partition: 'pk', sort: 'sk' },
};
