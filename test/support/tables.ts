import { clientOfTables } from '../../local/cloud/client-of-tables.ts';
import { memoryTables } from '../../local/cloud/memory-tables.ts';
import type * as local from '../../local/cloud/tables.ts';

/** The names of the tables, as the functions find them in their environment. */
export const tableNames = {
  CASE_EVENTS_TABLE: 'case-events',
  CASE_VIEWS_TABLE: 'case-views',
  VAULT_TABLE: 'vault',
  LEDGER_TABLE: 'ledger',
  RUN_ARCHIVE_TABLE: 'run-archive',
  CUSTOMER_RECORDS_TABLE: 'customer-records',
  POLICIES_TABLE: 'policies',
  ROOTS_TABLE: 'roots',
  ACCESS_TABLE: 'access',
  OBSERVATIONS_TABLE: 'observations',
} as const;

/** An index holds whole items, or besides its keys this attribute, or nothing. */
type Index = [name: string, partition: string, sort: string, only?: 'row' | 'keys' | 'all'];
const projections = {
  row: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: ['row'] },
  keys: { ProjectionType: 'KEYS_ONLY' as const },
  all: { ProjectionType: 'ALL' as const },
};

export const tables: local.Table[] = [
  table(tableNames.CASE_EVENTS_TABLE, ['caseId', 'seq']),
  table(
    tableNames.CASE_VIEWS_TABLE,
    ['pk', 'sk'],
    ['byStatus', 'statusList', 'sort', 'row'],
    ['byCustomer', 'customerList', 'sort', 'row'],
    ['byTeam', 'teamList', 'sort', 'row'],
    ['byPerson', 'personList', 'sort', 'row'],
    ['byDue', 'dueList', 'dueAt', 'row'],
    ['byHead', 'headList', 'pk', 'keys'],
  ),
  table(tableNames.VAULT_TABLE, ['personId', 'sk']),
  table(tableNames.LEDGER_TABLE, ['pk', 'sk']),
  table(tableNames.RUN_ARCHIVE_TABLE, ['caseId', 'part']),
  table(tableNames.CUSTOMER_RECORDS_TABLE, ['customerId', 'seq']),
  table(tableNames.POLICIES_TABLE, ['policy', 'version']),
  table(tableNames.ROOTS_TABLE, ['pk', 'sk']),
  table(tableNames.ACCESS_TABLE, ['about', 'sk'], ['byReader', 'reader', 'sk'], ['byDay', 'firstOf', 'reader', 'keys']),
  table(tableNames.OBSERVATIONS_TABLE, ['pk', 'sk']),
];

/** Tables in this process, empty. The client reaches them without a network. */
export function startTables() {
  const call = memoryTables(tables);
  return { db: clientOfTables(call), call };
}

function table(ref: string, key: [string, string], ...indexes: Index[]): local.Table {
  const names = [...new Set([...key, ...indexes.flatMap(([, partition, sort]) => [partition, sort])])];
  const type = (name: string) => (['seq', 'version'].includes(name) ? 'N' : 'S');
  const properties = {
    KeySchema: keySchema(...key),
    AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: type(name) })),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map(([IndexName, partition, sort, only = 'all']) => ({
        IndexName,
        KeySchema: keySchema(partition, sort),
        Projection: projections[only],
      })),
    }),
  };
  return { logicalId: ref, type: 'AWS::DynamoDB::Table', ref, arn: '', path: ref, properties, asset: () => '' };
}

function keySchema(partition: string, sort: string) {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
}
