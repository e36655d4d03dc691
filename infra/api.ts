import type { Callers } from '../functions/shared/caller.ts';
import { cases, casesRead, type Uses } from './uses.ts';

export type Route = {
  method: 'GET' | 'POST' | 'PUT';
  path: `/${string}`;
  /** The file below functions/ that answers it, without `.api.ts`. */
  entry: string;
  /** Who may call it and on whose objects, or `public`: whoever has the link. */
  callers: Callers | 'public';
  uses: Uses;
  /** Machines whose waiting runs it may give an answer to. */
  answers?: readonly ('case' | 'investigation' | 'survey')[];
};

const staff: Callers = { agent: 'any', manager: 'any', admin: 'any' };
const workers: Callers = { agent: 'team', manager: 'any', admin: 'any' };
const readers: Callers = { ...staff, auditor: 'any' };
const everyRun = (right: 'DescribeExecution' | 'GetExecutionHistory') =>
  ({ CASE_WORKFLOW_ARN: [right], INVESTIGATION_WORKFLOW_ARN: [right], SURVEY_WORKFLOW_ARN: [right] }) satisfies Uses;

// Every way into the service. A route that is not here does not exist; who may call it stands here and nowhere else.
export const routes: Route[] = [
  {
    method: 'POST',
    path: '/cases',
    entry: 'case/open-case',
    callers: { customer: 'own', service: 'any', ...staff },
    uses: { ...cases, CASE_VIEWS_TABLE: ['PutItem', 'GetItem'], CASE_WORKFLOW_ARN: ['StartExecution'] },
  },
  {
    method: 'GET',
    path: '/cases',
    entry: 'case/list-cases',
    callers: { customer: 'own', ...readers },
    uses: { CASE_VIEWS_TABLE: ['Query byStatus', 'Query byCustomer', 'Query byTeam'] },
  },
  {
    method: 'GET',
    path: '/cases/{caseId}',
    entry: 'case/get-case',
    callers: { customer: 'own', ...readers },
    uses: casesRead,
  },
  {
    method: 'GET',
    path: '/cases/{caseId}/timeline',
    entry: 'audit/timeline',
    callers: { customer: 'own', ...readers },
    uses: casesRead,
  },
  {
    method: 'GET',
    path: '/cases/{caseId}/runs',
    entry: 'case/list-runs',
    callers: readers,
    uses: { ...casesRead, ...everyRun('DescribeExecution') },
  },
  {
    method: 'GET',
    path: '/cases/{caseId}/runs/{runId}/history',
    entry: 'case/get-run-history',
    callers: readers,
    uses: { ...casesRead, ...everyRun('GetExecutionHistory') },
  },
  {
    method: 'POST',
    path: '/cases/{caseId}/interactions',
    entry: 'case/record-interaction',
    callers: { customer: 'own', ...staff },
    uses: { ...cases, VAULT_TABLE: ['PutItem'] },
  },
  { method: 'POST', path: '/cases/{caseId}/close', entry: 'case/close-case', callers: staff, uses: cases },
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
    method: 'GET',
    path: '/surveys/{token}',
    entry: 'survey/show-survey',
    callers: 'public',
    uses: { ...casesRead, CASE_VIEWS_TABLE: ['GetItem'], VAULT_TABLE: ['GetItem'], ORGANISATION: true },
  },
  {
    method: 'POST',
    path: '/surveys/{token}',
    entry: 'survey/answer-survey',
    callers: 'public',
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['GetItem', 'DeleteItem'],
      VAULT_TABLE: ['GetItem', 'PutItem'],
      ORGANISATION: true,
    },
    answers: ['survey'],
  },
  {
    method: 'PUT',
    path: '/contacts/{personId}',
    entry: 'customer/put-contact',
    callers: { service: 'any', admin: 'any' },
    uses: { VAULT_TABLE: ['PutItem'] },
  },
  {
    method: 'PUT',
    path: '/policies/teams',
    entry: 'policy/put-teams',
    callers: { admin: 'any' },
    uses: { POLICIES_TABLE: ['Query', 'PutItem'] },
  },
  {
    method: 'GET',
    path: '/policies/teams',
    entry: 'policy/get-teams',
    callers: { manager: 'any', admin: 'any', auditor: 'any' },
    uses: { POLICIES_TABLE: ['Query'] },
  },
  { method: 'GET', path: '/health', entry: 'shared/health', callers: 'public', uses: {} },
];
