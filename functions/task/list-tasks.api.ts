import * as z from 'zod/mini';
import type { TaskRow } from '../case/case-view.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { isIn } from '../policy/policy.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { Forbidden } from '../shared/errors.ts';
import { PageQuery } from '../shared/page.ts';
import { showTask, TeamId } from './task.ts';

// GET /tasks: mine; GET /tasks?team=: my team's; open ones, due first
const env = readEnv('CASE_VIEWS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const views = caseViewStore(db, env.CASE_VIEWS_TABLE);
const policies = policyStore(db, env.POLICIES_TABLE);
const query = z.strictObject({ ...PageQuery, team: z.optional(TeamId) });

export const handler = api({ query }, async ({ query: { team, ...page }, caller, scope }) => {
  if (team && scope === 'team' && !isIn(await policies.teams(), team, caller.id)) throw new Forbidden();
  const { items, next } = await views.list<TaskRow>(team ? 'teamTasks' : 'personTasks', team ?? caller.id, {
    ...page,
    reader: caller.id,
  });
  return { body: { items: items.map(({ task }) => showTask(task)), ...(next && { next }) } };
});
