import { managers, type Route, readers } from './route.ts';
import { cases, casesRead, everyRun } from './uses.ts';

/** For those who watch how cases run: what works on them, what is stuck, and which letters went out. */
export const operatorRoutes: Route[] = [
  {
    method: 'GET',
    path: '/reconciliation',
    entry: 'reconcile/show-reconciliation',
    callers: { manager: 'any', admin: 'any', auditor: 'any' },
    uses: { CASE_VIEWS_TABLE: ['GetItem'] },
  },
  {
    method: 'GET',
    path: '/cases/{caseId}/runs',
    entry: 'case/list-runs',
    callers: readers,
    uses: { ...casesRead, RUN_ARCHIVE_TABLE: ['GetItem'], ...everyRun('DescribeExecution') },
  },
  {
    method: 'GET',
    path: '/cases/{caseId}/runs/{runId}/history',
    entry: 'case/get-run-history',
    callers: readers,
    uses: { ...casesRead, RUN_ARCHIVE_TABLE: ['GetItem', 'Query'], ...everyRun('GetExecutionHistory') },
  },
  {
    method: 'GET',
    path: '/cases/{caseId}/mails',
    entry: 'mail/list-mails',
    callers: readers,
    uses: casesRead,
  },
  {
    method: 'POST',
    path: '/cases/{caseId}/mails/{mailId}/resend',
    entry: 'mail/resend-mail',
    callers: managers,
    uses: cases,
  },
];
