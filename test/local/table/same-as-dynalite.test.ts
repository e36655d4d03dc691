import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Database } from '../../../local/table/database.ts';
import { startDynalite } from '../../support/dynalite-tables.ts';
import { tables } from '../../support/tables.ts';

const TableName = 'case-views';
const indexes = {
  byStatus: { partition: 'statusList', sort: 'sort', only: ['row'] },
  byDue: { partition: 'dueList', sort: 'dueAt' },
};
const text = (...texts: string[]) => fc.constantFrom(...texts).map((S) => ({ S }));
const number = fc.integer({ min: -3, max: 30 }).map((N) => ({ N: String(N) }));
const Key = fc.record({ pk: text('a', 'b'), sk: text('1', '2', '3', 'é', '10') });
const part = fc.record(
  {
    statusList: text('open', 'closed'),
    seq: number,
    holds: fc.constant({ SS: ['x'] }),
    packed: fc.constant({ B: 'AAEC' }),
    dueList: text('due'),
  },
  { requiredKeys: [] },
);
// Rows of one index partition have sort keys of their own: how DynamoDB orders equal ones is not told.
const Item = fc
  .tuple(Key, part)
  .map(([key, rest]) => ({ ...key, ...rest, sort: { S: key.sk.S + key.pk.S }, dueAt: { S: key.pk.S + key.sk.S } }));

const conditions = [
  {},
  { ConditionExpression: 'attribute_not_exists(pk)' },
  { ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(holds) OR seq < :n)', n: true },
  { ConditionExpression: 'attribute_not_exists(pk) OR seq < :n', n: true },
  { ConditionExpression: '#list = :list', list: true },
  { ConditionExpression: '#list <> :list', list: true },
];
const Guard = fc.tuple(fc.constantFrom(...conditions), number).map(([{ ConditionExpression, n, list }, seq]) => ({
  ...(ConditionExpression && { ConditionExpression }),
  ...(n && { ExpressionAttributeValues: { ':n': seq } }),
  ...(list && {
    ExpressionAttributeNames: { '#list': 'statusList' },
    ExpressionAttributeValues: { ':list': { S: 'open' } },
  }),
}));
const updates = [
  { UpdateExpression: 'SET seq = :v', v: { N: '7' } },
  { UpdateExpression: 'SET seq = :v, dueAt = if_not_exists(dueAt, :w)', v: { N: '8' }, w: { S: 'b2' } },
  { UpdateExpression: 'SET statusList = :v, dueList = :w REMOVE seq', v: { S: 'closed' }, w: { S: 'due' } },
  { UpdateExpression: 'ADD holds :v', v: { SS: ['y', 'x'] } },
  { UpdateExpression: 'ADD seq :v', v: { N: '2' } },
  { UpdateExpression: 'REMOVE statusList' },
  { UpdateExpression: 'DELETE holds :v', v: { SS: ['x'] } },
  { UpdateExpression: 'DELETE holds :v SET seq = :w', v: { SS: ['y', 'z'] }, w: { N: '1' } },
  { UpdateExpression: 'DELETE seq :v', v: { SS: ['y'] } },
];
const Update = fc.tuple(Key, fc.constantFrom(...updates)).map(([key, { UpdateExpression, v, w }]) => ({
  operation: 'UpdateItem',
  input: {
    Key: key,
    UpdateExpression,
    ...(v && { ExpressionAttributeValues: { ':v': v, ...(w && { ':w': w }) } }),
  },
}));
const ranges = ['', ' AND sk < :s', ' AND sk <= :s', ' AND sk > :s', ' AND sk >= :s', ' AND sk = :s'];
const between = ' AND sk BETWEEN :s AND :t';
const begins = ' AND begins_with(sk, :s)';
const Page = fc.record({ Limit: fc.integer({ min: 1, max: 4 }), ScanIndexForward: fc.boolean() }, { requiredKeys: [] });
const MainQuery = fc.tuple(Key, fc.constantFrom(...ranges, between, begins), Page).map(([{ pk, sk }, range, page]) => ({
  ...page,
  KeyConditionExpression: `pk = :p${range}`,
  ExpressionAttributeValues: { ':p': pk, ...(range && { ':s': sk }), ...(range === between && { ':t': { S: 'x' } }) },
}));
const IndexQuery = fc
  .tuple(fc.constantFrom('open', 'closed'), fc.constantFrom('', ' AND sort <= :s'), Page)
  .map(([list, range, page]) => ({
    ...page,
    IndexName: 'byStatus',
    KeyConditionExpression: `statusList = :p${range}`,
    ExpressionAttributeValues: { ':p': { S: list }, ...(range && { ':s': { S: '2' } }) },
  }));
const Request = fc.oneof(
  Item.map((item) => ({ PutRequest: { Item: item } })),
  Key.map((key) => ({ DeleteRequest: { Key: key } })),
);
// Up to six of the ten keys there are, now and then the same one twice, which is refused.
const Batch = fc.array(Request, { minLength: 1, maxLength: 6 }).map((requests) => ({
  operation: 'BatchWriteItem',
  input: { RequestItems: { [TableName]: requests } },
}));
// A read of several tells what is there in no order, so of what is found each is asked for alone.
const Reads = Key.map((key) => ({
  operation: 'BatchGetItem',
  input: { RequestItems: { [TableName]: { Keys: [key], ConsistentRead: true } } },
}));
const TwoOfOne = Key.map((key) => ({
  operation: 'BatchGetItem',
  input: { RequestItems: { [TableName]: { Keys: [key, key] } } },
}));
const Call = fc.oneof(
  fc.tuple(Item, Guard).map(([item, guard]) => ({ operation: 'PutItem', input: { Item: item, ...guard } })),
  fc
    .tuple(Key, Guard, fc.constantFrom({}, { ReturnValues: 'ALL_OLD' }, { ReturnValues: 'NONE' }))
    .map(([key, guard, told]) => ({ operation: 'DeleteItem', input: { Key: key, ...guard, ...told } })),
  Key.map((key) => ({ operation: 'GetItem', input: { Key: key } })),
  Update,
  MainQuery.map((input) => ({ operation: 'Query', input })),
  IndexQuery.map((input) => ({ operation: 'Query', input })),
  Batch,
  Reads,
  TwoOfOne,
);

test('the table in memory answers every call as DynamoDB’s stand-in on disk does', async () => {
  const call = await startDynalite(tables);
  let pks = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(Call, { minLength: 1, maxLength: 30 }), async (calls) => {
      const own = rename(calls, String(pks++));
      const memory = new Database({ [TableName]: { partition: 'pk', sort: 'sk', indexes } });
      for (const { operation, input } of own) {
        for (let start: object | undefined, first = true; first || start; first = false) {
          const inTable = operation.startsWith('Batch') ? {} : { TableName };
          const asked = { ...inTable, ...input, ...(start && { ExclusiveStartKey: start }) };
          const answer = await call(operation, JSON.stringify(asked));
          const expected =
            answer.status === 200 ? plain(answer.body) : String(JSON.parse(answer.body).__type).split('#')[1];
          const got = inMemory(memory, operation, asked);
          expect(got).toEqual(expected);
          start = (got as { LastEvaluatedKey?: object }).LastEvaluatedKey;
        }
      }
      const onDisk = await scan(async (request) => JSON.parse((await call('Scan', JSON.stringify(request))).body));
      const inMemoryToo = await scan(async (request) => memory.call('Scan', request) as Scanned);
      expect(inMemoryToo).toEqual(onDisk.filter((text) => text.includes(`"pk":{"S":"${pks - 1}-`)));
    }),
    { numRuns: 60 },
  );
});

type Scanned = { Items: object[]; LastEvaluatedKey?: object };

/** All items, read three at a time; which come first is for each table to say. */
async function scan(ask: (request: object) => Promise<Scanned>): Promise<string[]> {
  const items: object[] = [];
  let start: object | undefined;
  do {
    const page = await ask({ TableName, Limit: 3, ...(start && { ExclusiveStartKey: start }) });
    expect(page.Items.length).toBeLessThanOrEqual(3);
    items.push(...page.Items);
    start = page.LastEvaluatedKey;
  } while (start);
  return items.map((item) => JSON.stringify(sorted(Object.fromEntries(Object.entries(item).sort())))).sort();
}

// The tables on disk are one set for the whole test: every example works under keys of its own.
const rename = <T>(calls: T, example: string): T =>
  JSON.parse(
    JSON.stringify(calls).replaceAll(/("pk"|":p"|"dueAt"|"statusList"|":list"):\{"S":"/g, `$&${example}-`),
  ) as T;

const plain = (body: string) => {
  const { ScannedCount, ...rest } = JSON.parse(body);
  return sorted(rest);
};

function inMemory(memory: Database, operation: string, input: object): unknown {
  try {
    return sorted(memory.call(operation, input));
  } catch (error) {
    return (error as Error).name;
  }
}

/** A set has no order. */
const sorted = (answer: object): unknown =>
  JSON.parse(JSON.stringify(answer), (name, value) => (name === 'SS' ? value.sort() : value));
