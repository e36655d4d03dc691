import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ports } from '../ports.ts';

/** The tables of the local cloud that `npm start` runs, by the names they have in the stack. @throws Error if none runs */
export async function localTables(endpoint = `http://127.0.0.1:${ports.aws}`) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const db = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 });
  const { TableNames = [] } = await db.send(new ListTablesCommand()).catch((cause: unknown) => {
    throw new Error(`Nothing runs at ${endpoint}. Start it with: npm start`, { cause });
  });
  const nameOf = (id: string): string => {
    const name = TableNames.find((one) => one.includes(`-${id}`));
    if (!name) throw new Error(`There is no table ${id} at ${endpoint}`);
    return name;
  };
  return { db, nameOf };
}
