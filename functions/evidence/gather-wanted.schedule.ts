import { rootLogStore } from '../audit/root-log-store.ts';
import { caseStore } from '../case/case-store.ts';
import { knownRuns } from '../case/case-workflow.ts';
import { machinesOf, runArns } from '../case/runs.ts';
import { contactStore } from '../customer/contact-store.ts';
import { personStore } from '../customer/person-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { runArchiveStore } from '../run-archive/run-archive-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { slaPolicies } from '../sla/sla-policies.ts';
import { gatherWanted } from './gather-wanted.ts';
import { gatheredStore } from './gathered-store.ts';
import { wantedStore } from './wanted-store.ts';

// Every quarter of an hour: evidence that somebody asked for
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'RUN_ARCHIVE_TABLE', 'ROOTS_TABLE'] as const),
  ...(['POLICIES_TABLE', 'CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN'] as const),
  ...(['INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN'] as const),
);
const [db, client] = [dynamo(), sfn()];
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  people: personStore(db, env.VAULT_TABLE),
  contacts: contactStore(db, env.VAULT_TABLE),
  archive: runArchiveStore(db, env.RUN_ARCHIVE_TABLE),
  roots: rootLogStore(db, env.ROOTS_TABLE),
  policies: slaPolicies(versionStore(db, env.POLICIES_TABLE)),
  wanted: wantedStore(db, env.CASE_VIEWS_TABLE),
  gathered: gatheredStore(db, env.VAULT_TABLE),
  ...knownRuns(client, (runId) => runArns(machinesOf(env), runId)),
};

export const handler = () => gatherWanted(world, now());
