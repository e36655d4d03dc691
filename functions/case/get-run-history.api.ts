import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { RunNotFound } from '../shared/errors.ts';
import { CaseId } from '../shared/ids.ts';
import { mustSee } from './access.ts';
import { caseStore, fold } from './case-store.ts';
import { runHistory } from './case-workflow.ts';
import { machinesOf, runArn, runsOf } from './runs.ts';

// GET /cases/{caseId}/runs/{runId}/history
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_WORKFLOW_ARN', 'INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN');
const cases = caseStore(dynamo(), env.CASE_EVENTS_TABLE);
const client = sfn();
const machines = machinesOf(env);
const path = z.object({ caseId: CaseId, runId: z.string().check(z.maxLength(80)) });
const query = z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(3000))) });

export const handler = api({ path, query }, async (request) => {
  const { caseId, runId } = request.path;
  const events = await cases.history(caseId);
  if (!runsOf(mustSee(fold(events), caseId, request), events).includes(runId)) throw new RunNotFound(runId);
  const page = await runHistory(client, runArn(machines, runId), request.query.cursor);
  if (!page) throw new RunNotFound(runId);
  return { body: { items: page.events ?? [], ...(page.nextToken && { next: page.nextToken }) } };
});
