import { type Route, staff } from './route.ts';
import { cases } from './uses.ts';

// How a case ends, begins anew, and hangs together with others.
export const caseLifeRoutes: Route[] = [
  {
    method: 'POST',
    path: '/cases/{caseId}/cancel',
    entry: 'case/cancel-case',
    callers: staff,
    uses: { ...cases, VAULT_TABLE: ['PutItem'] },
  },
  {
    method: 'POST',
    path: '/cases/{caseId}/reopen',
    entry: 'case/reopen-case',
    callers: { customer: 'own', ...staff },
    uses: {
      ...cases,
      CASE_VIEWS_TABLE: ['PutItem', 'GetItem'],
      VAULT_TABLE: ['PutItem'],
      CASE_WORKFLOW_ARN: ['StartExecution'],
      COMPLAINT_WORKFLOW_ARN: ['StartExecution'],
    },
  },
  {
    method: 'POST',
    path: '/cases/{caseId}/merge',
    entry: 'case/merge-case',
    callers: staff,
    uses: { ...cases, VAULT_TABLE: ['PutItem'] },
  },
  { method: 'POST', path: '/cases/{caseId}/unmerge', entry: 'case/unmerge-case', callers: staff, uses: cases },
  {
    method: 'POST',
    path: '/cases/{caseId}/links',
    entry: 'case/link-case',
    callers: staff,
    uses: { ...cases, VAULT_TABLE: ['PutItem'] },
  },
  { method: 'DELETE', path: '/cases/{caseId}/links/{other}', entry: 'case/unlink-case', callers: staff, uses: cases },
  {
    method: 'POST',
    path: '/cases/{caseId}/close',
    entry: 'case/close-case',
    callers: staff,
    uses: { ...cases, POLICIES_TABLE: ['Query'] },
  },
];
