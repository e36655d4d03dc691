import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { caseIdOf, TaskId } from '../shared/ids.ts';
import { mustSeeTask } from './access.ts';
import { acknowledgeTask } from './acknowledge-task.ts';
import { taskOf } from './claim-task.ts';
import { showTask } from './task.ts';

// POST /tasks/{taskId}/acknowledge
const env = readEnv('CASE_EVENTS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const policies = policyStore(db, env.POLICIES_TABLE);
const path = z.object({ taskId: TaskId });

export const handler = api({ path }, async ({ command, ...request }) => {
  const { taskId } = request.path;
  const teams = await policies.teams();
  const change = { by: request.caller.id, at: request.now, command };
  const current = await cases.change(caseIdOf(taskId), change, (before) => {
    mustSeeTask(before, taskId, teams, request);
    return acknowledgeTask(taskId, request.caller.id)(before);
  });
  return { body: showTask(taskOf(current, taskId)) };
});
