import { auditRoutes } from './audit-routes.ts';
import { campaignRoutes } from './campaign-routes.ts';
import { caseLifeRoutes } from './case-life-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { consoleRoutes } from './console-routes.ts';
import { contractRoutes } from './contract-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { operatorRoutes } from './operator-routes.ts';
import { policyRoutes } from './policy-routes.ts';
import { reportRoutes } from './report-routes.ts';
import type { Route } from './route.ts';
import { surveyRoutes } from './survey-routes.ts';
import { taskRoutes } from './task-routes.ts';

// Every way into the service. A route that is not in this table does not exist; who may call it stands in its row and
// nowhere else.
export const routes: Route[] = [
  ...caseRoutes,
  ...caseLifeRoutes,
  ...operatorRoutes,
  ...taskRoutes,
  ...surveyRoutes,
  ...customerRoutes,
  ...evidenceRoutes,
  ...reportRoutes,
  ...campaignRoutes,
  ...policyRoutes,
  ...auditRoutes,
  ...consoleRoutes,
  ...contractRoutes,
  { method: 'GET', path: '/health', entry: 'shared/health', callers: 'public', uses: {} },
];
