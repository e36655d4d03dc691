import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { caseWorkflow } from '../case/case-workflow.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { waitStore } from '../task/wait-store.ts';
import { listsStore } from './lists-store.ts';
import { reconcileCases } from './reconcile-cases.ts';
import { reconciliationStore } from './reconciliation-store.ts';
import { runsWorkflow } from './runs-workflow.ts';

// Every quarter of an hour: whether each open case is worked on
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN');
const db = dynamo();
const runs = sfn();
const machines = { case: env.CASE_WORKFLOW_ARN, complaint: env.COMPLAINT_WORKFLOW_ARN };
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  views: caseViewStore(db, env.CASE_VIEWS_TABLE),
  lists: listsStore(db, env.CASE_VIEWS_TABLE),
  waits: waitStore(db, env.CASE_VIEWS_TABLE),
  reports: reconciliationStore(db, env.CASE_VIEWS_TABLE),
  workflow: caseWorkflow(runs, machines),
  stepFunctions: runsWorkflow(runs, Object.values(machines)),
  runs,
};

export const handler = () => reconcileCases(world, now());
