import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientOfTables } from '../cloud/client-of-tables.ts';
import { memoryTables } from '../cloud/memory-tables.ts';
import { type Table, TableProperties } from '../cloud/tables.ts';

/** Tables in this process with the keys and indexes of these, and nothing in them. */
export async function emptyTables(db: DynamoDBClient, names: readonly string[]): Promise<DynamoDBClient> {
  const tables: Table[] = [];
  for (const ref of names) {
    const { Table } = await db.send(new DescribeTableCommand({ TableName: ref }));
    const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    }));
    const { KeySchema, AttributeDefinitions } = Table ?? {};
    const wanted = { KeySchema, AttributeDefinitions, ...(indexes?.length && { GlobalSecondaryIndexes: indexes }) };
    const properties = TableProperties.parse(wanted);
    tables.push({
      logicalId: ref,
      type: 'AWS::DynamoDB::Table',
      ref,
      arn: ref,
      path: ref,
      properties,
      asset: () => '',
    });
  }
  return clientOfTables(memoryTables(tables));
}
