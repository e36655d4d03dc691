import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { canonical, seal } from '../shared/chain.ts';
import { refusalOf } from '../shared/conditional-write.ts';
import { correlationId, followsFrom } from '../shared/correlation.ts';
import { allowsChange } from '../shared/entity-tag.ts';
import { CaseChangedMeanwhile, IdempotencyKeyReused } from '../shared/errors.ts';
import type { Instant } from '../shared/now.ts';
import { CaseHasChanged } from '../shared/protocol-errors.ts';
import { queryItems } from '../shared/query-items.ts';
import { type Case, nothing } from './case.ts';
import { CaseEvent, CaseFact } from './case-fact.ts';
import { evolve } from './evolve.ts';

// The table of events. Nobody may update or delete in it.
// caseId   seq     one event of the case as canonical JSON; written once, never changed
//                  (at, kind and correlationId stand beside it for people who look into the table, and for the stream)

/** The request behind a change: `id` from the caller and their Idempotency-Key, `hash` of what was asked. */
export type Command = { id: string; hash: string };
export type Change = {
  by: string;
  at: Instant;
  run?: string;
  command?: Command | undefined;
  /** The version it was decided on, as `If-Match` says it; another refuses the change. */
  ifMatch?: string | undefined;
  brandNew?: boolean;
  /** The command is kept elsewhere, with what it is about. */
  commandKept?: boolean;
};
export type Decide = (current: Case) => CaseFact[];
export type CaseStore = ReturnType<typeof caseStore>;

// Enough for forty writers of one case at once (some two seconds); more would be a flood.
const MOST_TRIES = 16;
// Waiting by chance, longer each time, keeps those who lost from meeting again at the next try.
const someTime = (tries: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(10 * 2 ** tries, 320)));

export const fold = (events: readonly CaseEvent[]): Case => events.reduce(evolve, nothing);

export function caseStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  async function history(caseId: string): Promise<CaseEvent[]> {
    const items = await queryItems(db, {
      TableName,
      KeyConditionExpression: 'caseId = :caseId',
      ExpressionAttributeValues: { ':caseId': { S: caseId } },
      ConsistentRead: true,
    });
    return items.map(readEvent);
  }

  /** True when the event is in the table after this, whether it was put now or by an attempt whose answer was lost. */
  async function append(event: CaseEvent): Promise<boolean> {
    const refused = await refusalOf(
      db.send(
        new PutItemCommand({
          TableName,
          Item: toItem(event),
          ConditionExpression: 'attribute_not_exists(caseId)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );
    return !refused || refused.Item?.event?.S === canonical(event);
  }

  return {
    history,

    load: async (caseId: string): Promise<Case> => fold(await history(caseId)),

    /** The case as it was after this command, if the command is in its history. @throws IdempotencyKeyReused */
    answered: async (caseId: string, command: Command) => asAfter(await history(caseId), command),

    /**
     * Decides on the latest history and appends what was decided; decides again if somebody else was faster.
     * A command that is in the history already decides nothing and gives the case as it was after it; so what is
     * decided for a command must be a single fact, or a crash between two of them would leave the second undone.
     * A command that changes nothing is in the history, too: its key must not come again with another request.
     * @throws CaseChangedMeanwhile after losing again and again, CaseHasChanged, IdempotencyKeyReused, and whatever `decide` throws
     */
    async change(
      caseId: string,
      { by, at, run, command, ifMatch, brandNew, commandKept }: Change,
      decide: Decide,
    ): Promise<Case> {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        if (tries > 0) await someTime(tries);
        const events = brandNew && tries === 0 ? [] : await history(caseId);
        const answered = command && asAfter(events, command);
        if (answered) return answered;
        let current = fold(events);
        followsFrom(current.correlationId);
        let last = events.at(-1);
        let lost = false;
        const facts = decide(current); // first: it also tells who may not see the case at all
        if (ifMatch && !allowsChange(ifMatch, current.version)) throw new CaseHasChanged(caseId, current.version);
        if (facts.length === 0 && command && !commandKept) facts.push({ kind: 'nothing-changed', data: {} });
        for (const decided of facts) {
          const fact = CaseFact.parse(decided);
          const unsealed = {
            caseId,
            seq: (last?.seq ?? 0) + 1,
            at: last && last.at > at ? last.at : at, // a history never runs backwards, whatever the clocks say
            by,
            ...(run && { run }),
            ...(correlationId() && { correlationId: correlationId() }),
            ...(command && { command }),
            fact,
          };
          const event: CaseEvent = seal({ ...unsealed, before: last?.hash ?? '' });
          lost = !(await append(event));
          if (lost) break;
          current = evolve(current, event);
          last = event;
        }
        if (!lost) return current;
      }
      throw new CaseChangedMeanwhile(caseId);
    },
  };
}

function asAfter(events: CaseEvent[], command: Command): Case | undefined {
  const last = events.findLastIndex((event) => event.command?.id === command.id);
  if (last < 0) return undefined;
  if (events[last]?.command?.hash !== command.hash) throw new IdempotencyKeyReused();
  return fold(events.slice(0, last + 1));
}

/** An event as it is stored. */
export const toItem = (event: CaseEvent) => ({
  caseId: { S: event.caseId },
  seq: { N: String(event.seq) },
  at: { S: event.at },
  kind: { S: event.fact.kind },
  ...(event.correlationId && { correlationId: { S: event.correlationId } }),
  event: { S: canonical(event) },
});

/** An event from its item, as the table or its stream hands it out. */
export const readEvent = (item: Record<string, { S?: string | undefined }>): CaseEvent =>
  CaseEvent.parse(JSON.parse(item.event?.S ?? 'null'));
