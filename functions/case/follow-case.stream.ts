import { accountGateway } from '../account/account-gateway.ts';
import { eventBus } from '../event-bus/event-bus-gateway.ts';
import { observationStore } from '../observation/observation-store.ts';
import { newsStore } from '../report/news-store.ts';
import { dynamo, eventBridge, secrets, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { stream } from '../shared/stream.ts';
import { clocksToldTo } from '../sla/clock-teller.ts';
import { waitStore } from '../task/wait-store.ts';
import { caseStore, readEvent } from './case-store.ts';
import { caseViewStore } from './case-view-store.ts';
import { caseWorkflow } from './case-workflow.ts';
import { followCase } from './follow-case.ts';
import { reportStore } from './report-store.ts';
import { machinesOf } from './runs.ts';

// Every event of every case: the lists, and the safety net
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'OBSERVATIONS_TABLE', 'POLICIES_TABLE'] as const),
  ...(['ACCOUNT_SYSTEM', 'EVENT_BUS'] as const),
  ...(['CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN', 'INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN'] as const),
);
const db = dynamo();
const bus = eventBus(eventBridge(), env.EVENT_BUS);
const runs = sfn();
const machines = machinesOf(env);
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  bank: accountGateway(db, secrets(), env.ACCOUNT_SYSTEM),
  views: caseViewStore(db, env.CASE_VIEWS_TABLE),
  observations: observationStore(db, env.OBSERVATIONS_TABLE),
  news: newsStore(db, env.CASE_VIEWS_TABLE),
  ...{ bus, runs, machines },
  clocks: clocksToldTo(bus, db, env.POLICIES_TABLE),
  reports: reportStore(db, env.CASE_VIEWS_TABLE),
  waits: waitStore(db, env.CASE_VIEWS_TABLE),
  workflow: caseWorkflow(runs, machines),
};

export const handler = stream(readEvent, (seqs) => followCase(world, seqs));
