import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { changedCaseStore } from '../../../functions/audit/changed-case-store.ts';
import { proveCase } from '../../../functions/audit/prove-case.ts';
import { publishRoot } from '../../../functions/audit/publish-root.ts';
import { rootLogStore } from '../../../functions/audit/root-log-store.ts';
import type { StoredItem } from '../../../functions/audit/stored-chain.ts';
import { storedEventStore } from '../../../functions/audit/stored-event-store.ts';
import { verifyCase } from '../../../functions/audit/verify-case.ts';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { caseStore, fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import type { EventBus } from '../../../functions/event-bus/event-bus-gateway.ts';
import { observationStore } from '../../../functions/observation/observation-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { tableNames } from '../../support/tables.ts';

type Told = Parameters<EventBus['publish']>[0];
type Sender = Pick<DynamoDBClient, 'send'>;

/** Cases, their rows and the tree of their heads over real tables; whoever is told a root writes it into `told`. */
export function auditWorld(db: DynamoDBClient) {
  const told: Told[] = [];
  const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
  const views = caseViewStore(db, tableNames.CASE_VIEWS_TABLE);
  const worldOver = (client: Sender, tell = async (event: Told) => void told.push(event)) => ({
    changed: changedCaseStore(client, tableNames.CASE_VIEWS_TABLE),
    events: storedEventStore(client, tableNames.CASE_EVENTS_TABLE),
    roots: rootLogStore(client, tableNames.ROOTS_TABLE),
    outside: { publish: tell },
    observations: observationStore(client, tableNames.OBSERVATIONS_TABLE),
  });
  const world = worldOver(db);
  const key = (caseId: string, seq: number) => ({ caseId: { S: caseId }, seq: { N: String(seq) } });

  return {
    ...world,
    told,
    worldOver,
    publish: (at = monday, through = world) => publishRoot(through, at),

    /** Something happens to a case, and the stream puts it into the lists. */
    async happens(caseId: string, ...facts: CaseFact[]): Promise<void> {
      for (const fact of facts) await cases.change(caseId, { by: 'ann', at: monday }, () => [fact]);
      const events = await cases.history(caseId);
      await views.project(fold(events), events.length, []);
    },

    async opened(...facts: CaseFact[]): Promise<string> {
      const caseId = newId('case');
      await this.happens(caseId, f.opened, ...facts);
      return caseId;
    },

    stored: (caseId: string) => world.events.from(caseId, 1),

    async check(caseId: string, size?: number) {
      const root = size === undefined ? await world.roots.latest() : await world.roots.root(size);
      if (!root) throw new Error(`there is no root of size ${size}`);
      return verifyCase(caseId, await this.stored(caseId), await proveCase(world.roots, root, caseId));
    },

    // What nobody may do, done by somebody who could.
    rewrite: (item: StoredItem) =>
      db.send(new PutItemCommand({ TableName: tableNames.CASE_EVENTS_TABLE, Item: item as never })),
    remove: (caseId: string, seq: number) =>
      db.send(new DeleteItemCommand({ TableName: tableNames.CASE_EVENTS_TABLE, Key: key(caseId, seq) })),
  };
}
