import { managers, type Route, readers, staff, workers } from './route.ts';
import { cases } from './uses.ts';

export const taskRoutes: Route[] = [
  {
    method: 'GET',
    path: '/tasks',
    entry: 'task/list-tasks',
    callers: workers,
    uses: { CASE_VIEWS_TABLE: ['Query byTeam', 'Query byPerson'], POLICIES_TABLE: ['Query'] },
  },
  { method: 'GET', path: '/task-kinds', entry: 'task/list-task-kinds', callers: readers, uses: {} },
  {
    method: 'POST',
    path: '/cases/{caseId}/tasks',
    entry: 'task/open-follow-up',
    callers: staff,
    uses: { ...cases, VAULT_TABLE: ['PutItem'], POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/claim',
    entry: 'task/claim-task',
    callers: workers,
    uses: { ...cases, CASE_VIEWS_TABLE: ['Query byPerson'], POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/release',
    entry: 'task/release-task',
    callers: workers,
    uses: { ...cases, POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/assign',
    entry: 'task/assign-task',
    callers: managers,
    uses: { ...cases, CASE_VIEWS_TABLE: ['Query byPerson'], POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/complete',
    entry: 'task/complete-task',
    callers: workers,
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['GetItem', 'DeleteItem'],
      VAULT_TABLE: ['PutItem'],
      POLICIES_TABLE: ['Query'],
    },
    answers: ['case', 'complaint', 'investigation', 'survey'],
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/acknowledge',
    entry: 'task/acknowledge-task',
    callers: workers,
    uses: { ...cases, POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/escalate',
    entry: 'task/escalate-task',
    callers: workers,
    uses: { ...cases, VAULT_TABLE: ['PutItem'], POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'GET',
    path: '/teams/{team}',
    entry: 'task/show-team',
    callers: { ...workers, auditor: 'any' },
    uses: { CASE_VIEWS_TABLE: ['Query byTeam'], POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/teams/{team}/next',
    entry: 'task/take-next',
    callers: workers,
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['Query byTeam', 'Query byPerson', 'PutItem', 'GetItem'],
      POLICIES_TABLE: ['Query'],
    },
  },
  {
    method: 'PUT',
    path: '/people/{personId}/absence',
    entry: 'task/say-absent',
    callers: { agent: 'own', manager: 'team', admin: 'any' },
    uses: { ...cases, CASE_VIEWS_TABLE: ['Query byPerson'], POLICIES_TABLE: ['Query', 'PutItem'] },
  },
];
