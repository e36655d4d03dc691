import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import { Circuit, closed } from './circuit.ts';

// Beside the reference ledger, which is empty when the accounts are in a bank's own system:
// pk       sk             version, failures, lastFailureAt, openUntil
// circuit  account-system
const KEY = { pk: { S: 'circuit' }, sk: { S: 'account-system' } };

export type CircuitStore = ReturnType<typeof circuitStore>;

export function circuitStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  return {
    async load(): Promise<Circuit> {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key: KEY, ConsistentRead: true }));
      return Item?.circuit?.S ? Circuit.parse(JSON.parse(Item.circuit.S)) : closed;
    },

    /** False when somebody else changed it meanwhile: what they saw is as good as what we did. */
    async save(circuit: Circuit): Promise<boolean> {
      const Item = { ...KEY, circuit: { S: JSON.stringify(circuit) }, version: { N: String(circuit.version) } };
      const put = new PutItemCommand({
        TableName,
        Item,
        ConditionExpression: 'attribute_not_exists(pk) OR version = :before',
        ExpressionAttributeValues: { ':before': { N: String(circuit.version - 1) } },
      });
      return ifAllowed(db.send(put));
    },
  };
}
