import { type CallTables, type Item, keysOf, type Table } from './tables.ts';

type Input = { TableName: string; Key?: Item; Item?: Item; ReturnValuesOnConditionCheckFailure?: string };

/**
 * Adds to a failed condition the item that made it fail, for who asks with `ReturnValuesOnConditionCheckFailure`;
 * dynalite does not know that field. The item is read right after, so it may be newer by a write of that moment.
 */
export function tellFailedConditions(tables: readonly Table[], call: CallTables): CallTables {
  return async (operation, body) => {
    const answer = await call(operation, body);
    if (answer.status === 200 || !body.includes('"ReturnValuesOnConditionCheckFailure":"ALL_OLD"')) return answer;
    const failure = JSON.parse(answer.body);
    if (!String(failure.__type).endsWith('#ConditionalCheckFailedException')) return answer;
    const input = JSON.parse(body) as Input;
    const table = tables.find(({ ref }) => ref === input.TableName);
    if (!table) return answer;
    const Key = keysOf(table, input.Key ?? input.Item ?? {});
    const read = await call('GetItem', JSON.stringify({ TableName: table.ref, Key, ConsistentRead: true }));
    return { ...answer, body: JSON.stringify({ ...failure, Item: JSON.parse(read.body).Item }) };
  };
}
