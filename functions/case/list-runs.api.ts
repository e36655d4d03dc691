import * as z from 'zod/mini';
import { describeRun } from '../run-archive/describe-run.ts';
import { runArchiveStore } from '../run-archive/run-archive-store.ts';
import { api } from '../shared/api.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { PageQuery, pageOf } from '../shared/page.ts';
import { mustSee } from './access.ts';
import { caseStore, fold } from './case-store.ts';
import { findRun } from './case-workflow.ts';
import { machineOf, machinesOf, runArn, runsOf } from './runs.ts';

// GET /cases/{caseId}/runs
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'RUN_ARCHIVE_TABLE'] as const),
  ...(['CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN', 'INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN'] as const),
);
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const archive = runArchiveStore(db, env.RUN_ARCHIVE_TABLE);
const client = sfn();
const machines = machinesOf(env);

const path = z.object({ caseId: CaseId });

export const handler = api({ path, query: z.strictObject(PageQuery) }, async (request) => {
  const { caseId } = request.path;
  const events = await cases.history(caseId);
  const current = mustSee(fold(events), caseId, request);
  const machine = (runId: string) => machineOf(runId, current.type);
  const describe = (runId: string) => findRun(client, runArn(machines[machine(runId)], runId));
  const runIds = runsOf(current, events);
  const { items, ...page } = pageOf(runIds, request.query, `runs|${caseId}|${request.caller.id}`);
  const runs = await Promise.all(items.map((runId) => describeRun({ archive, describe }, caseId, runId)));
  const known = runs.flatMap((run) => (run ? [{ ...run, machine: machine(run.runId) }] : []));
  return { body: { items: known, ...page } };
});
