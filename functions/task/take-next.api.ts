import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { caseViewStore } from '../case/case-view-store.ts';
import { reportStore } from '../case/report-store.ts';
import { policyStore } from '../policy/policy-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { mustSeeTeam } from './access.ts';
import { takeNext } from './take-next.ts';
import { showTask, TeamId } from './task.ts';

// POST /teams/{team}/next: the task that is due first; 204 when there is none
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const policies = policyStore(db, env.POLICIES_TABLE);
const views = caseViewStore(db, env.CASE_VIEWS_TABLE);
const requests = reportStore(db, env.CASE_VIEWS_TABLE);
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), views, requests };

export const handler = api({ path: z.object({ team: TeamId }) }, async ({ path: { team }, command, ...request }) => {
  const teams = await policies.teams();
  mustSeeTeam(teams, team, request);
  const change = { by: request.caller.id, at: request.now, command };
  const taken = await takeNext(world, { team, teams, change });
  return taken ? { body: showTask(taken) } : { status: 204, body: undefined };
});
