import * as z from 'zod/mini';
import { readRun } from '../run-archive/read-run.ts';
import { runArchiveStore } from '../run-archive/run-archive-store.ts';
import { api } from '../shared/api.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { RunNotFound } from '../shared/errors.ts';
import { CaseId, RunId } from '../shared/ids.ts';
import { PageQuery, readCursor, writeCursor } from '../shared/page.ts';
import { mustSee } from './access.ts';
import { caseStore, fold } from './case-store.ts';
import { runHistory } from './case-workflow.ts';
import { machineOf, machinesOf, runArn, runsOf } from './runs.ts';

// GET /cases/{caseId}/runs/{runId}/history
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'RUN_ARCHIVE_TABLE'] as const),
  ...(['CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN', 'INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN'] as const),
);
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const archive = runArchiveStore(db, env.RUN_ARCHIVE_TABLE);
const client = sfn();
const path = z.object({ caseId: CaseId, runId: RunId });
const query = z.strictObject({ cursor: PageQuery.cursor });

export const handler = api({ path, query }, async ({ query: { cursor }, ...request }) => {
  const { caseId, runId } = request.path;
  const events = await cases.history(caseId);
  const current = mustSee(fold(events), caseId, request);
  if (!runsOf(current, events).includes(runId)) throw new RunNotFound(runId);
  const arn = runArn(machinesOf(env)[machineOf(runId, current.type)], runId);
  const history = (nextToken?: string) => runHistory(client, arn, { nextToken });
  const list = `history|${runId}|${request.caller.id}`;
  const page = await readRun({ archive, history }, { caseId, runId }, cursor && readCursor(cursor, list).join(''));
  if (!page) throw new RunNotFound(runId);
  return { body: { ...page, next: page.next && writeCursor(page.next.match(/.{1,1000}/gs) ?? [], list) } };
});
