import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import type { Instant } from '../shared/now.ts';
import { type Page, type PageQuery, readCursor, writeCursor } from '../shared/page.ts';
import type { Span } from '../shared/span.ts';
import { type Observation, type ReportName, reportOf } from './observation.ts';

// The table of observations, append-only like the events: what was found once stays found. It holds no more than was found,
// so a report costs what it shows, however many cases there are.
// pk                     sk            row
// <report>#<month>       <at>#<id>     an observation
// looked#<at what>       <day>         when this day was looked at

export type ObservationStore = ReturnType<typeof observationStore>;

export function observationStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  async function putOnce(pk: string, sk: string, row: string): Promise<void> {
    const Item = { pk: { S: pk }, sk: { S: sk }, row: { S: row } };
    const put = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
    await ifAllowed(db.send(put)); // or it was found before
  }

  return {
    /** One write. What was found before is left as it is. */
    note: (observation: Observation): Promise<void> =>
      putOnce(
        `${reportOf(observation)}#${observation.at.slice(0, 7)}`,
        `${observation.at}#${observation.id}`,
        JSON.stringify(observation),
      ),

    /** A page of a report, the oldest first: of a month at a time as many as are wanted, and none that is not. */
    async list(
      report: ReportName,
      { from, to }: Span,
      { limit, cursor, reader = '' }: PageQuery & { reader?: string },
    ): Promise<Page<Observation>> {
      const list = `observations|${report}|${from}|${to}|${reader}`;
      const after = cursor ? (readCursor(cursor, list)[0] ?? '') : from;
      const items: Observation[] = [];
      for (const month of monthsIn(after.slice(0, 7), to)) {
        // One more than wanted tells whether there is another page; nothing lies between a key and the key with a blank.
        const { Items = [] } = await db.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
            ExpressionAttributeValues: {
              ':pk': { S: `${report}#${month}` },
              ':from': { S: cursor ? `${after} ` : after },
              ':to': { S: to },
            },
            Limit: limit + 1 - items.length,
          }),
        );
        items.push(...Items.map((item) => JSON.parse(item.row?.S ?? 'null') as Observation));
        if (items.length > limit) break;
      }
      const last = items[limit - 1];
      const next = items.length > limit && last ? writeCursor([`${last.at}#${last.id}`], list) : undefined;
      return { items: items.slice(0, limit), ...(next && { next }) };
    },

    noteLooked: (at: string, day: string, now: Instant): Promise<void> => putOnce(`looked#${at}`, day, now),

    async lastLooked(at: string): Promise<string | undefined> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: `looked#${at}` } },
          ScanIndexForward: false,
          Limit: 1,
          ConsistentRead: true,
        }),
      );
      return Items[0]?.sk?.S;
    },
  };
}

/** The months from this one to the one of an instant, `2026-11`. */
function monthsIn(first: string, to: Instant): string[] {
  const months: string[] = [];
  for (let month = first; month <= to.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
