import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { mustBeThere } from '../policy/policy.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PersonId, TaskId } from '../shared/ids.ts';
import { ableOf } from './able.ts';
import { assignTask } from './assign-task.ts';
import { changeTask } from './change-task.ts';

// POST /tasks/{taskId}/assign: to one of the team
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), policies: policyStore(db, env.POLICIES_TABLE) };
const views = caseViewStore(db, env.CASE_VIEWS_TABLE);
const path = z.object({ taskId: TaskId });
const body = z.strictObject({ to: PersonId });

export const handler = api({ path, body }, async (request) => {
  const { to } = request.body;
  mustBeThere('to', to, await world.policies.absences(), request.now);
  const mustBeAble = await ableOf(views, await world.policies.teams(), to);
  const assign = { taskId: request.path.taskId, to, mustBeAble };
  return changeTask(world, request, (teams) => assignTask(assign, request.caller, teams));
});
