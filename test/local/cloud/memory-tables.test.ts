import { expect, test } from 'vitest';
import { memoryTables } from '../../../local/cloud/memory-tables.ts';
import { startDynalite } from '../../support/dynalite-tables.ts';
import { tables } from '../../support/tables.ts';

const TableName = 'case-views';
const Key = { pk: { S: 'a' }, sk: { S: '1' } };
const put = (id: string, more: object = {}) => ({ PutRequest: { Item: { ...Key, sk: { S: id }, ...more } } });
const many = (count: number) => Array.from({ length: count }, (_, n) => put(String(n)));
const values = (...names: string[]) => ({
  ExpressionAttributeValues: Object.fromEntries(names.map((name) => [name, { S: 'x' }])),
});

const refused: [string, operation: string, request: object][] = [
  ['a reserved word as a name', 'UpdateItem', { TableName, Key, UpdateExpression: 'SET token = :a', ...values(':a') }],
  ['a value that no expression uses', 'PutItem', { TableName, Item: Key, ...values(':a') }],
  ['an expression that is none', 'PutItem', { TableName, Item: Key, ConditionExpression: 'pk is there' }],
  ['an empty key', 'PutItem', { TableName, Item: { ...Key, sk: { S: '' } } }],
  ['a missing key', 'PutItem', { TableName, Item: { pk: { S: 'a' } } }],
  ['a set without members', 'PutItem', { TableName, Item: { ...Key, holds: { SS: [] } } }],
  ['an item of more than 400 KB', 'PutItem', { TableName, Item: { ...Key, text: { S: 'x'.repeat(410_000) } } }],
  ['more than 25 in a batch', 'BatchWriteItem', { RequestItems: { [TableName]: many(26) } }],
  ['one key twice in a batch', 'BatchWriteItem', { RequestItems: { [TableName]: [put('1'), put('1')] } }],
  [
    'a strongly consistent read of an index',
    'Query',
    {
      ...{ TableName, IndexName: 'byDue', ConsistentRead: true },
      ...{ KeyConditionExpression: 'dueList = :a', ...values(':a') },
    },
  ],
  ['a query without its partition', 'Query', { TableName, KeyConditionExpression: 'sk = :a', ...values(':a') }],
];

const theirs = await startDynalite(tables);
const ours = memoryTables(tables);

test.each(refused)('%s is refused as dynalite refuses it', async (_, operation, request) => {
  for (const call of [theirs, ours]) {
    const { status, body } = await call(operation, JSON.stringify(request));
    expect([status, JSON.parse(body).__type.split('#')[1]]).toEqual([400, 'ValidationException']);
  }
});

test('what is refused once is refused again, and does not stay', async () => {
  const [, operation, request] = refused[3] ?? [];
  for (let time = 0; time < 2; time++) expect((await ours(operation ?? '', JSON.stringify(request))).status).toBe(400);
  const scan = await ours('Scan', JSON.stringify({ TableName }));
  expect(JSON.parse(scan.body).Items).toEqual([]);
});

test('a failed condition tells the item that made it fail, to whom asks for it', async () => {
  const call = memoryTables(tables);
  const item = { ...Key, row: { S: 'there' } };
  await call('PutItem', JSON.stringify({ TableName, Item: item }));
  const again = { TableName, Item: Key, ConditionExpression: 'attribute_not_exists(pk)' };
  const told = { ...again, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
  expect(JSON.parse((await call('PutItem', JSON.stringify(again))).body)).not.toHaveProperty('Item');
  expect(JSON.parse((await call('PutItem', JSON.stringify(told))).body)).toMatchObject({ Item: item });
});

test('what it does not know it refuses, by its name', async () => {
  const projected = { TableName, Key, ProjectionExpression: 'pk' };
  expect((await ours('GetItem', JSON.stringify(projected))).body).toContain('ProjectionExpression');
  expect((await ours('TransactWriteItems', '{}')).body).toContain('TransactWriteItems');
});

test('the tables can be looked at with the AWS CLI', async () => {
  const listed = await ours('ListTables', '{}');
  expect(JSON.parse(listed.body).TableNames).toContain(TableName);
  const described = await ours('DescribeTable', JSON.stringify({ TableName }));
  expect(JSON.parse(described.body).Table).toMatchObject({ TableName, TableStatus: 'ACTIVE' });
  expect((await ours('DescribeTable', JSON.stringify({ TableName: 'cases' }))).status).toBe(400);
});
