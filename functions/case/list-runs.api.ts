import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { caseStore, fold } from './case-store.ts';
import { describeRun } from './case-workflow.ts';
import { machineOf, machinesOf, runArn, runsOf } from './runs.ts';

// GET /cases/{caseId}/runs
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_WORKFLOW_ARN', 'INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);
const client = sfn();
const machines = machinesOf(env);

export const handler = api({ path: z.object({ caseId: CaseId }) }, async (request) => {
  const { caseId } = request.path;
  const events = await cases.history(caseId);
  const runIds = runsOf(mustSee(fold(events), caseId, request), events);
  const described = await Promise.all(
    runIds.map(async (runId) => ({ runId, run: await describeRun(client, runArn(machines, runId)) })),
  );
  const items = described.flatMap(({ runId, run }) => {
    if (!run) return [];
    const { status, startDate, stopDate, error } = run;
    return [{ runId, machine: machineOf(runId), status, startedAt: startDate, stoppedAt: stopDate, error }];
  });
  return { body: { items } };
});
