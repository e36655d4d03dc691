import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { TaskId } from '../shared/ids.ts';
import { acknowledgeTask } from './acknowledge-task.ts';
import { changeTask } from './change-task.ts';

// POST /tasks/{taskId}/acknowledge
const env = readEnv('CASE_EVENTS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), policies: policyStore(db, env.POLICIES_TABLE) };
const path = z.object({ taskId: TaskId });

export const handler = api({ path }, (request) =>
  changeTask(world, request, () => acknowledgeTask(request.path.taskId, request.caller.id)),
);
