import * as z from 'zod';
import type { Deployed } from './deployment.ts';

/** An answer of an AWS service in its JSON protocol. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** `operation` is DynamoDB's, like `PutItem`; `body` its request as JSON. */
export type CallTables = (operation: string, body: string) => Promise<Answer>;

const Key = z.object({ AttributeName: z.string(), KeyType: z.string() });
const Projection = z.object({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const Index = z.object({ IndexName: z.string(), KeySchema: z.array(Key), Projection });

export const TableProperties = z.object({
  KeySchema: z.array(Key),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string().default('NEW_AND_OLD_IMAGES') }).optional(),
});
export type Table = Deployed<z.infer<typeof TableProperties>>;

/** An item in DynamoDB's JSON, like `{ caseId: { S: 'c1' } }`. */
export type Item = Record<string, Record<string, unknown>>;

/** The part of an item that names it. */
export const keysOf = ({ properties }: Table, item: Item): Item =>
  Object.fromEntries(properties.KeySchema.map(({ AttributeName: name }) => [name, item[name] ?? {}]));
