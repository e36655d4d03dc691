import { EventEmitter, once } from 'node:events';
import dynalite from 'dynalite';
import { afterAll } from 'vitest';
import { isObject, type JsonObject } from '../../local/cloud/json.ts';
import type { CallTables, Table } from '../../local/cloud/tables.ts';

/** Another's DynamoDB in this process, to compare ours with. Its indexes lose one of two rows now and then. */
export async function startDynalite(tables: readonly Table[]): Promise<CallTables> {
  const server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  server.listen(0, '127.0.0.1'); // nobody connects, but only a listening server closes its database
  await once(server, 'listening');

  let closed = false;
  const call: CallTables = (operation, body) =>
    new Promise((resolve) => {
      if (closed) return resolve({ status: 500, body: '{"__type":"InternalServerError"}' }); // dynalite would crash
      const headers = {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        'x-amz-date': '20200101T000000Z',
        authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
      };
      const request = Object.assign(new EventEmitter(), { method: 'POST', url: '/', headers });
      const response = {
        statusCode: 200,
        setHeader: () => undefined,
        end: (answer = '{}') => resolve({ status: response.statusCode, body: answer }),
      };
      server.emit('request', request, response);
      request.emit('data', Buffer.from(body));
      request.emit('end');
    });

  afterAll(() => {
    closed = true;
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  for (const table of tables) await create(table, call);
  return call;
}

async function create({ ref, properties }: Table, call: CallTables): Promise<void> {
  const { StreamSpecification, ...wanted } = properties;
  const created = await call(
    'CreateTable',
    JSON.stringify({ ...wanted, TableName: ref, BillingMode: 'PAY_PER_REQUEST' }),
  );
  if (created.status !== 200) throw new Error(`Table ${ref} cannot be created: ${created.body}`);
  while ((await describe(ref, call))?.TableStatus !== 'ACTIVE') await new Promise(setImmediate);
}

async function describe(TableName: string, call: CallTables): Promise<JsonObject | undefined> {
  const { status, body } = await call('DescribeTable', JSON.stringify({ TableName }));
  const table: unknown = status === 200 ? JSON.parse(body).Table : undefined;
  return isObject(table) ? table : undefined;
}
