import { managers, type Route, workers } from './route.ts';
import { cases } from './uses.ts';

export const taskRoutes: Route[] = [
  {
    method: 'GET',
    path: '/tasks',
    entry: 'task/list-tasks',
    callers: workers,
    uses: { CASE_VIEWS_TABLE: ['Query byTeam', 'Query byPerson'], POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/claim',
    entry: 'task/claim-task',
    callers: workers,
    uses: { ...cases, POLICIES_TABLE: ['Query'] },
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
    uses: { ...cases, POLICIES_TABLE: ['Query'] },
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
    answers: ['case', 'investigation', 'survey'],
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/acknowledge',
    entry: 'task/acknowledge-task',
    callers: workers,
    uses: { ...cases, POLICIES_TABLE: ['Query'] },
  },
];
