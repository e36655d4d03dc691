import { managers, type Route, readers, staff } from './route.ts';
import { cases, casesRead, type Uses } from './uses.ts';

const everyRun = (right: 'DescribeExecution' | 'GetExecutionHistory') =>
  ({ CASE_WORKFLOW_ARN: [right], INVESTIGATION_WORKFLOW_ARN: [right], SURVEY_WORKFLOW_ARN: [right] }) satisfies Uses;

export const caseRoutes: Route[] = [
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
    path: '/cases/{caseId}/sla',
    entry: 'sla/show-sla',
    callers: readers,
    uses: { ...casesRead, POLICIES_TABLE: ['Query'] },
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
    method: 'POST',
    path: '/cases/{caseId}/wait',
    entry: 'case/wait-for-customer',
    callers: staff,
    uses: { ...cases, VAULT_TABLE: ['PutItem'] },
  },
  { method: 'POST', path: '/cases/{caseId}/resume', entry: 'case/resume-case', callers: staff, uses: cases },
  {
    method: 'POST',
    path: '/cases/{caseId}/transfer',
    entry: 'case/transfer-case',
    callers: staff,
    uses: { ...cases, VAULT_TABLE: ['PutItem'], POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/cases/{caseId}/owner',
    entry: 'case/assign-owner',
    callers: staff,
    uses: { ...cases, POLICIES_TABLE: ['Query'] },
  },
  {
    method: 'POST',
    path: '/cases/{caseId}/approvals',
    entry: 'approval/request-approval',
    callers: staff,
    uses: { ...cases, VAULT_TABLE: ['PutItem'] },
  },
  {
    method: 'GET',
    path: '/cases/{caseId}/approvals',
    entry: 'approval/list-approvals',
    callers: readers,
    uses: casesRead,
  },
  {
    method: 'POST',
    path: '/approvals/{approvalId}/decide',
    entry: 'approval/decide-approval',
    callers: managers,
    uses: {
      ...cases,
      LEDGER_TABLE: ['GetItem', 'UpdateItem'],
      VAULT_TABLE: ['PutItem'],
      POLICIES_TABLE: ['Query'],
    },
  },
];
