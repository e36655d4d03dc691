/** The tables by their names in the stack. */
export const tableIds = [
  'CaseEvents',
  'CaseViews',
  'RunArchive',
  'Vault',
  'CustomerRecords',
  'Policies',
  'Roots',
  'Access',
  'Observations',
  'Ledger',
];
