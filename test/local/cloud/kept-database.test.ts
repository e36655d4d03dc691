import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { memoryTables } from '../../../local/cloud/memory-tables.ts';
import { tables } from '../../support/tables.ts';

const TableName = 'case-views';
let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'kept-tables-')), 'tables.jsonl');
});

const item = (pk: string, list = 'open') => ({
  pk: { S: pk },
  sk: { S: '1' },
  statusList: { S: list },
  sort: { S: 's' },
});
const keyOf = ({ pk, sk }: ReturnType<typeof item>) => ({ pk, sk });
const ask = async (operation: string, request: object) => {
  const { status, body } = await memoryTables(tables, file)(operation, JSON.stringify({ TableName, ...request }));
  return { status, ...(JSON.parse(body) as { Items?: object[] }) };
};
const listed = async (list: string) => {
  const ExpressionAttributeValues = { ':list': { S: list } };
  const asked = { IndexName: 'byStatus', KeyConditionExpression: 'statusList = :list', ExpressionAttributeValues };
  return (await ask('Query', asked)).Items;
};

test('what was written, changed and deleted is so at the next start, in every index', async () => {
  for (const one of ['a', 'b', 'c']) await ask('PutItem', { Item: item(one) });
  await ask('PutItem', { Item: item('b', 'closed') });
  await ask('DeleteItem', { Key: keyOf(item('c')) });
  expect(await listed('open')).toEqual([item('a')]);
  expect(await listed('closed')).toEqual([item('b', 'closed')]);
});

test('the file holds each item once, however often it was written', async () => {
  for (let time = 0; time < 50; time++) await ask('PutItem', { Item: item('a', String(time)) });
  await listed('open');
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
});

test('a process that was killed in the middle of a write leaves what it had answered, and no more', async () => {
  await ask('PutItem', { Item: item('a') });
  appendFileSync(file, `{"table":"${TableName}","item":{"pk":{"S":"b`);
  expect(await listed('open')).toEqual([item('a')]);
  await ask('PutItem', { Item: item('c') });
  expect(await listed('open')).toEqual([item('a'), item('c')]);
});

test('a write that was refused is not kept', async () => {
  await ask('PutItem', { Item: item('a') });
  const refused = await ask('PutItem', { Item: item('a', 'x'), ConditionExpression: 'attribute_not_exists(pk)' });
  expect(refused.status).toBe(400);
  expect(await listed('open')).toEqual([item('a')]);
});

test('rows that are sorted by the same value all stay in their index', async () => {
  const call = memoryTables(tables);
  for (let n = 0; n < 20_000; n++) await call('PutItem', JSON.stringify({ TableName, Item: item(`case_${n}`) }));
  let found = 0;
  let start: object | undefined;
  do {
    const asked = {
      ...{ TableName, IndexName: 'byStatus', Limit: 500, KeyConditionExpression: 'statusList = :list' },
      ...{ ExpressionAttributeValues: { ':list': { S: 'open' } }, ...(start && { ExclusiveStartKey: start }) },
    };
    const page = JSON.parse((await call('Query', JSON.stringify(asked))).body);
    found += page.Items.length;
    start = page.LastEvaluatedKey;
  } while (start);
  expect(found).toBe(20_000);
});
