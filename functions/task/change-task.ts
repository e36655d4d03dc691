import type { CaseStore, Decide } from '../case/case-store.ts';
import type { Teams } from '../policy/policy.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import type { ApiRequest } from '../shared/api.ts';
import { caseIdOf } from '../shared/ids.ts';
import { mustSeeTask } from './access.ts';
import { taskOf } from './claim-task.ts';
import { showTask } from './task.ts';

/** What a caller does to a task they can see, decided with the teams in force; answers with the task as it is then. */
export async function changeTask(
  { cases, policies }: { cases: CaseStore; policies: PolicyStore },
  request: ApiRequest<{ taskId: string }, unknown, unknown>,
  decide: (teams: Teams) => Decide,
) {
  const { taskId } = request.path;
  const teams = await policies.teams();
  const current = await cases.change(caseIdOf(taskId), request.change, (before) => {
    mustSeeTask(before, taskId, teams, request);
    return decide(teams)(before);
  });
  return { body: showTask(taskOf(current, taskId)) };
}
