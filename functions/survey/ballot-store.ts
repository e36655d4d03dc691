import { type AttributeValue, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { ifAllowed } from '../shared/conditional-write.ts';
import { queryItems } from '../shared/query-items.ts';
import type { SurveyAnswer, SurveyRef } from './survey-fact.ts';

// In the table of views, what was answered anonymously. No person, no case and no time: nothing in it leads to any.
// pk                                 sk              row                        index byDue: partition, sort
// ballots#<survey>#<version>#<of>    <ballot name>   the answers, till counted  ballots, 0
//                                    batch#00001     what many came to at once

/** Which answers are counted together: those to one version of a survey, and of one campaign. */
export type Box = { survey: SurveyRef; campaignId?: string | undefined };
export type Ballot = { box: Box; name: string; answers: readonly SurveyAnswer[] };
/** Ballots that are counted together, and what they came to; `done` once none of them is kept. */
export type Batch<Count> = { box: Box; number: number; count: Count; names: readonly string[]; done: boolean };
export type BallotStore = ReturnType<typeof ballotStore>;

export function ballotStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const keyOf = (box: Box, sk: string) => ({ pk: { S: boxName(box) }, sk: { S: sk } });

  /** False when it is there already. */
  async function putOnce(Item: Record<string, AttributeValue>): Promise<boolean> {
    const ConditionExpression = 'attribute_not_exists(pk)';
    return ifAllowed(db.send(new PutItemCommand({ TableName, Item, ConditionExpression })));
  }

  const batchItem = <C>({ box, number, ...row }: Batch<C>) => ({
    ...keyOf(box, `batch#${String(number).padStart(5, '0')}`),
    row: { S: JSON.stringify({ ...row, box, number }) },
  });

  return {
    /** Keeps an answer. Another under its name changes nothing, also when the first was counted long ago. */
    async cast({ box, name, answers }: Ballot): Promise<void> {
      const row = { S: JSON.stringify({ box, name, answers }) };
      await putOnce({ ...keyOf(box, name), row, dueList: { S: 'ballots' }, dueAt: { S: '0' } });
    },

    /** Those not counted yet, as far as the index knows. */
    async waiting(): Promise<Ballot[]> {
      const KeyConditionExpression = 'dueList = :list';
      const ExpressionAttributeValues = { ':list': { S: 'ballots' } };
      const asked = { TableName, IndexName: 'byDue', KeyConditionExpression, ExpressionAttributeValues };
      return (await queryItems(db, asked)).map((item) => JSON.parse(item.row?.S ?? '{}') as Ballot);
    },

    /** Whether it really was not counted yet. */
    async isWaiting({ box, name }: Pick<Ballot, 'box' | 'name'>): Promise<boolean> {
      const KeyConditionExpression = 'pk = :pk AND sk = :sk';
      const { pk, sk } = keyOf(box, name);
      const ExpressionAttributeValues = { ':pk': pk, ':sk': sk };
      const asked = { TableName, KeyConditionExpression, ExpressionAttributeValues, ConsistentRead: true };
      return (await queryItems(db, asked)).some(({ row }) => row !== undefined);
    },

    /** What was said goes; that it was said stays, so that it is not said twice. */
    async forget(box: Box, name: string): Promise<void> {
      await db.send(new PutItemCommand({ TableName, Item: keyOf(box, name) }));
    },

    async lastBatch<C>(box: Box): Promise<Batch<C> | undefined> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':pk': { S: boxName(box) },
            ':first': { S: 'batch#' },
            ':last': { S: 'batch#99999' },
          },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: 1,
        }),
      );
      return Items[0] && (JSON.parse(Items[0].row?.S ?? '{}') as Batch<C>);
    },

    /** False when somebody else made the one of this number. */
    openBatch: <C>(batch: Batch<C>): Promise<boolean> => putOnce(batchItem(batch)),

    /** Keeps what they came to, and no longer of which it was made. */
    async closeBatch<C>(batch: Batch<C>): Promise<void> {
      await db.send(new PutItemCommand({ TableName, Item: batchItem({ ...batch, names: [], done: true }) }));
    },
  };
}

export const boxName = ({ survey, campaignId }: Box): string =>
  `ballots#${survey.id}#${survey.version}#${campaignId ?? '-'}`;
