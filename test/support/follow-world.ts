import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ledgerGateway } from '../../functions/account/ledger-gateway.ts';
import { caseViewStore } from '../../functions/case/case-view-store.ts';
import { caseWorkflow } from '../../functions/case/case-workflow.ts';
import { reportStore } from '../../functions/case/report-store.ts';
import { eventBus } from '../../functions/event-bus/event-bus-gateway.ts';
import { observationStore } from '../../functions/observation/observation-store.ts';
import { newsStore } from '../../functions/report/news-store.ts';
import { eventBridge } from './event-bridge.ts';
import { machines } from './machines.ts';
import { stepFunctions } from './step-functions.ts';
import { tableNames } from './tables.ts';
import { taskWorld } from './task-world.ts';

/** All that the follower of a case's events works with, over one client. */
export const followWorld = (db: DynamoDBClient, runs = stepFunctions()) => ({
  ...taskWorld(db, runs),
  bank: ledgerGateway(db, tableNames.LEDGER_TABLE),
  views: caseViewStore(db, tableNames.CASE_VIEWS_TABLE),
  bus: eventBus(eventBridge().client, 'default'),
  observations: observationStore(db, tableNames.OBSERVATIONS_TABLE),
  news: newsStore(db, tableNames.CASE_VIEWS_TABLE),
  machines,
  reports: reportStore(db, tableNames.CASE_VIEWS_TABLE),
  workflow: caseWorkflow(runs.client, machines),
});
