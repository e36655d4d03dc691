import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { TaskId } from '../shared/ids.ts';
import { ableOf } from './able.ts';
import { changeTask } from './change-task.ts';
import { claimTask } from './claim-task.ts';

// POST /tasks/{taskId}/claim
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), policies: policyStore(db, env.POLICIES_TABLE) };
const views = caseViewStore(db, env.CASE_VIEWS_TABLE);
const path = z.object({ taskId: TaskId });

export const handler = api({ path }, async (request) => {
  const { id } = request.caller;
  const mustBeAble = await ableOf(views, await world.policies.teams(), id);
  return changeTask(world, request, () => claimTask(request.path.taskId, id, mustBeAble));
});
