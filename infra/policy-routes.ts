import type { Callers } from '../functions/shared/caller.ts';
import type { Route } from './route.ts';
import type { Uses } from './uses.ts';

const setters: Callers = { admin: 'any' };
const lookers: Callers = { manager: 'any', admin: 'any', auditor: 'any' };
const set = { POLICIES_TABLE: ['Query', 'PutItem'] } as const satisfies Uses;
const look = { POLICIES_TABLE: ['Query'] } as const satisfies Uses;

/** What an administrator sets without a deployment, and who may look at it. */
export const policyRoutes: Route[] = [
  { method: 'PUT', path: '/policies/teams', entry: 'policy/put-teams', callers: setters, uses: set },
  { method: 'GET', path: '/policies/teams', entry: 'policy/get-teams', callers: lookers, uses: look },
  { method: 'PUT', path: '/policies/reminders', entry: 'policy/put-reminders', callers: setters, uses: set },
  { method: 'GET', path: '/policies/reminders', entry: 'policy/get-reminders', callers: lookers, uses: look },
  { method: 'PUT', path: '/policies/calendars', entry: 'sla/put-calendars', callers: setters, uses: set },
  { method: 'GET', path: '/policies/calendars', entry: 'sla/get-calendars', callers: lookers, uses: look },
  { method: 'PUT', path: '/policies/sla', entry: 'sla/put-sla', callers: setters, uses: set },
  { method: 'GET', path: '/policies/sla', entry: 'sla/get-sla', callers: lookers, uses: look },
  { method: 'PUT', path: '/policies/cases', entry: 'case/put-case-rules', callers: setters, uses: set },
  { method: 'GET', path: '/policies/cases', entry: 'case/get-case-rules', callers: lookers, uses: look },
  { method: 'PUT', path: '/policies/surveys/{surveyId}', entry: 'survey/put-definition', callers: setters, uses: set },
  { method: 'GET', path: '/policies/surveys/{surveyId}', entry: 'survey/get-definition', callers: lookers, uses: look },
  { method: 'PUT', path: '/policies/survey-rules', entry: 'survey/put-rules', callers: setters, uses: set },
  { method: 'GET', path: '/policies/survey-rules', entry: 'survey/get-rules', callers: lookers, uses: look },
  { method: 'PUT', path: '/policies/retention', entry: 'retention/put-retention', callers: setters, uses: set },
  { method: 'GET', path: '/policies/retention', entry: 'retention/get-retention', callers: lookers, uses: look },
  {
    method: 'GET',
    path: '/policies/survey-samples/{period}',
    entry: 'survey/get-sample',
    callers: lookers,
    uses: look,
  },
];
