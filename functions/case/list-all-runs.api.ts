import { api } from '../shared/api.ts';
import { sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { readCursor, writeCursor } from '../shared/page.ts';
import { AllRunsQuery, runInList } from './all-runs.ts';
import { listRuns } from './case-workflow.ts';
import { machinesOf } from './runs.ts';

// GET /runs?machine=&status=
const env = readEnv('CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN', 'INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN');
const machines = machinesOf(env);
const client = sfn();

export const handler = api({ query: AllRunsQuery }, async ({ query, caller }) => {
  const { machine, status, limit, cursor } = query;
  const list = `all-runs|${machine}|${status}|${caller.id}`;
  const nextToken = cursor && readCursor(cursor, list).join('');
  const page = await listRuns(client, machines[machine], { status, limit, nextToken });
  const next = page.nextToken && writeCursor(page.nextToken.match(/.{1,1000}/gs) ?? [], list);
  return { body: { items: page.runs.map((run) => ({ ...runInList(run), machine })), ...(next && { next }) } };
});
