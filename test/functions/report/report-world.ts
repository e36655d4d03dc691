import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { newsStore } from '../../../functions/report/news-store.ts';
import type { Day } from '../../../functions/report/report.ts';
import { resultStore } from '../../../functions/report/result-store.ts';
import type { RollUpWorld } from '../../../functions/report/roll-up.ts';
import { rollUpName, type SatisfactionRow, type Way } from '../../../functions/report/satisfaction-row.ts';
import { newId } from '../../../functions/shared/ids.ts';
import type { Instant } from '../../../functions/shared/now.ts';
import * as f from '../../support/facts.ts';
import { type Happened, monday } from '../../support/given.ts';
import { tableNames } from '../../support/tables.ts';

/** Everything that reports are made of, over these tables. */
export function reportWorld(db: DynamoDBClient, timeZone = 'Europe/Berlin') {
  const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
  const news = newsStore(db, tableNames.CASE_VIEWS_TABLE);
  const results = resultStore(db, tableNames.CASE_VIEWS_TABLE, timeZone);
  const world: RollUpWorld = {
    history: cases.history,
    news,
    results,
    reading: async () => ({ timeZone, readSla: () => [] }),
  };

  /** Appends the facts, and notes each as the stream would. */
  async function happens(caseId: string, facts: Happened[], at: Instant = monday): Promise<void> {
    for (const happened of facts) {
      const { by, fact } = 'fact' in happened ? happened : { by: 'workflow', fact: happened };
      const brandNew = fact.kind === 'case-opened';
      await cases.change(caseId, { by, at, brandNew }, () => [fact]);
      await news.note({ caseId, seq: (await cases.history(caseId)).length }, at);
    }
  }

  return {
    ...world,
    world,
    happens,
    /** A case that was closed and whose customer was asked at that time; answers if there is a score. */
    async asked(at: Instant, score?: number, opening: CaseFact = f.opened): Promise<string> {
      const caseId = newId('case');
      await happens(caseId, [opening, f.closed, f.invited(), ...(score ? [f.answered(score)] : [])], at);
      return caseId;
    },
    /** What a day came to, told in this way. */
    async rolledUp(way: Way, day: Day): Promise<SatisfactionRow> {
      return ((await results.rollUps(rollUpName(way), day, day))[0]?.row ?? {}) as SatisfactionRow;
    },
  };
}
