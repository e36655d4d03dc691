import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { canonical, seal } from '../shared/chain.ts';
import { refusalOf } from '../shared/conditional-write.ts';
import type { Instant } from '../shared/now.ts';
import { queryItems } from '../shared/query-items.ts';
import { type Customer, fold } from './customer.ts';
import { CustomerEvent, CustomerFact } from './customer-fact.ts';
import { CustomerChangedMeanwhile } from './refusals.ts';

// The table of what is done with people's data. Nobody may update or delete in it.
// customerId   seq   one entry as canonical JSON; written once, with the hash of the one before

export type CustomerRecordStore = ReturnType<typeof customerRecordStore>;
type Change = { by: string; at: Instant };

const MOST_TRIES = 10;

export function customerRecordStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  async function history(customerId: string): Promise<CustomerEvent[]> {
    const items = await queryItems(db, {
      TableName,
      KeyConditionExpression: 'customerId = :customerId',
      ExpressionAttributeValues: { ':customerId': { S: customerId } },
      ConsistentRead: true,
    });
    return items.map((item) => CustomerEvent.parse(JSON.parse(item.event?.S ?? 'null')));
  }

  /** True when it is in the table after this, also when it was an earlier attempt that put it. */
  async function append(event: CustomerEvent): Promise<boolean> {
    const Item = {
      customerId: { S: event.customerId },
      seq: { N: String(event.seq) },
      event: { S: canonical(event) },
    };
    const refused = await refusalOf(
      db.send(
        new PutItemCommand({
          TableName,
          Item,
          ConditionExpression: 'attribute_not_exists(customerId)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    return !refused || refused.Item?.event?.S === canonical(event);
  }

  return {
    history,

    load: async (customerId: string): Promise<Customer> => fold(await history(customerId)),

    /**
     * Decides on the latest record and appends what was decided, at most one fact; decides again if somebody else was
     * faster. @throws CustomerChangedMeanwhile after losing again and again, and whatever `decide` throws
     */
    async change(
      customerId: string,
      { by, at }: Change,
      decide: (current: Customer) => CustomerFact | undefined,
    ): Promise<Customer> {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const events = await history(customerId);
        const decided = decide(fold(events));
        if (!decided) return fold(events);
        const last = events.at(-1);
        const instant = last && last.at > at ? last.at : at;
        const next = { customerId, seq: (last?.seq ?? 0) + 1, at: instant, by, fact: CustomerFact.parse(decided) };
        const event: CustomerEvent = seal({ ...next, before: last?.hash ?? '' });
        if (await append(event)) return fold([...events, event]);
      }
      throw new CustomerChangedMeanwhile(customerId);
    },
  };
}
