import { auditRoutes } from './audit-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { policyRoutes } from './policy-routes.ts';
import { reportRoutes } from './report-routes.ts';
import type { Route } from './route.ts';
import { taskRoutes } from './task-routes.ts';
import { cases, casesRead } from './uses.ts';

// Every way into the service. A route that is not in this table does not exist; who may call it stands in its row and
// nowhere else.
export const routes: Route[] = [
  ...caseRoutes,
  ...taskRoutes,
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
  ...customerRoutes,
  ...reportRoutes,
  ...policyRoutes,
  ...auditRoutes,
  { method: 'GET', path: '/health', entry: 'shared/health', callers: 'public', uses: {} },
];
