import { type AttributeValue, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import { after, day, type Instant } from '../shared/now.ts';

// In the vault, one item for each person:
// personId   surveys   asked (what for and when, newest last), wants (yes, no), wantsSince, version (of this item)

/** How often one person is asked, of all surveys together. */
export type ContactBudget = { most: number; inDays: number };
export type Wish = 'yes' | 'no';
export type ContactLedger = { asked: { about: string; at: Instant }[]; wants?: Wish; wantsSince?: Instant };
export type Claimed = 'claimed' | 'opted-out' | 'no-consent' | 'contact-budget-spent';
export type ContactLedgerStore = ReturnType<typeof contactLedgerStore>;

export function contactLedgerStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const key = (personId: string) => ({ personId: { S: personId }, sk: { S: 'surveys' } });

  async function read(personId: string): Promise<ContactLedger & { version: number }> {
    const { Item } = await db.send(new GetItemCommand({ TableName, Key: key(personId), ConsistentRead: true }));
    return Item ? fromItem(Item) : { asked: [], version: 0 };
  }

  /** True when it was put; false when somebody else was faster, or an answer to this very put was lost. */
  async function put(personId: string, ledger: ContactLedger, before: number): Promise<boolean> {
    return ifAllowed(
      db.send(
        new PutItemCommand({
          TableName,
          Item: { ...key(personId), ...toItem(ledger, before + 1) },
          ConditionExpression: before === 0 ? 'attribute_not_exists(personId)' : '#version = :before',
          ...(before > 0 && {
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': { N: String(before) } },
          }),
        }),
      ),
    );
  }

  return {
    read,

    /**
     * Takes one request out of what this person may be sent, unless it is spent or they want none. One conditional
     * write decides: whoever loses it looks again, and as a lost write is another's claim, that ends with the budget.
     * The same `about` again is claimed already.
     */
    async claim(
      personId: string,
      about: string,
      at: Instant,
      rule: ContactBudget & { consent: 'opt-out' | 'opt-in' },
    ): Promise<Claimed> {
      const begin = after(at, -rule.inDays * day);
      for (;;) {
        const { version, ...ledger } = await read(personId);
        if (ledger.asked.some((one) => one.about === about)) return 'claimed';
        if (ledger.wants === 'no') return 'opted-out';
        if (rule.consent === 'opt-in' && ledger.wants !== 'yes') return 'no-consent';
        if (ledger.asked.filter((one) => one.at > begin).length >= rule.most) return 'contact-budget-spent';
        const asked = [...ledger.asked.filter((one) => one.at > after(at, -longestWindow)), { about, at }];
        if (await put(personId, { ...ledger, asked }, version)) return 'claimed';
      }
    },

    /** Whether somebody wants to be asked at all. What they said last counts, of every survey. */
    async wish(personId: string, wants: Wish, at: Instant): Promise<void> {
      for (;;) {
        const { version, ...ledger } = await read(personId);
        if (ledger.wants === wants) return;
        if (await put(personId, { ...ledger, wants, wantsSince: at }, version)) return;
      }
    },
  };
}

// Older requests can be in no window: a budget reaches back two years at most.
const longestWindow = 731 * day;

const toItem = ({ asked, wants, wantsSince }: ContactLedger, version: number): Record<string, AttributeValue> => ({
  asked: { S: JSON.stringify(asked) },
  version: { N: String(version) },
  ...(wants && { wants: { S: wants } }),
  ...(wantsSince && { wantsSince: { S: wantsSince } }),
});

const fromItem = (item: Record<string, AttributeValue>): ContactLedger & { version: number } => ({
  asked: JSON.parse(item.asked?.S ?? '[]') as ContactLedger['asked'],
  version: Number(item.version?.N ?? 0),
  ...(item.wants?.S && { wants: item.wants.S as Wish }),
  ...(item.wantsSince?.S && { wantsSince: item.wantsSince.S }),
});
