import * as z from 'zod/mini';
import { caseViewStore } from '../case/case-view-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { mustSeeTeam } from './access.ts';
import { showTeam } from './show-team.ts';
import { TeamId } from './task.ts';

// GET /teams/{team}: its queue and its people; the tasks themselves are in GET /tasks?team=
const env = readEnv('CASE_VIEWS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const views = caseViewStore(db, env.CASE_VIEWS_TABLE);
const policies = policyStore(db, env.POLICIES_TABLE);

export const handler = api({ path: z.object({ team: TeamId }) }, async (request) => {
  const team = mustSeeTeam(await policies.teams(), request.path.team, request);
  return { body: await showTeam(views, team, await policies.absences(), request.now) };
});
