import type { Callers } from '../functions/shared/caller.ts';
import type { Route } from './route.ts';
import { casesRead } from './uses.ts';

/** Everything at once is for those who answer for it, and for those who check. */
const trusted: Callers = { manager: 'any', auditor: 'any', admin: 'any' };

export const evidenceRoutes: Route[] = [
  {
    method: 'GET',
    path: '/cases/{caseId}/evidence',
    entry: 'evidence/get-evidence',
    callers: trusted,
    uses: {
      ...casesRead,
      CASE_VIEWS_TABLE: ['PutItem'],
      VAULT_TABLE: ['Query'],
      CUSTOMER_RECORDS_TABLE: ['Query', 'PutItem'],
      EVENTS: true,
    },
  },
];
