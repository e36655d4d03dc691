import type { Callers } from '../functions/shared/caller.ts';
import type { Route } from './route.ts';

// Writing to a hundred thousand people is decided by few, and seen by whoever looks at results.
const senders: Callers = { admin: 'any' };
const lookers: Callers = { manager: 'any', admin: 'any', auditor: 'any' };

export const campaignRoutes: Route[] = [
  {
    method: 'POST',
    path: '/campaigns',
    entry: 'campaign/create-campaign',
    callers: senders,
    uses: { POLICIES_TABLE: ['Query', 'PutItem'] },
  },
  {
    method: 'PUT',
    path: '/campaigns/{campaignId}/customers/{page}',
    entry: 'campaign/put-customers',
    callers: senders,
    uses: { POLICIES_TABLE: ['Query'], CASE_VIEWS_TABLE: ['PutItem'] },
  },
  {
    method: 'POST',
    path: '/campaigns/{campaignId}/{action}',
    entry: 'campaign/steer-campaign',
    callers: senders,
    uses: {
      POLICIES_TABLE: ['Query', 'PutItem'],
      CASE_VIEWS_TABLE: ['GetItem', 'PutItem', 'Query'],
      CAMPAIGN_WORKFLOW_ARN: ['StartExecution'],
    },
  },
  {
    method: 'GET',
    path: '/campaigns/{campaignId}',
    entry: 'campaign/get-campaign',
    callers: lookers,
    uses: { POLICIES_TABLE: ['Query'], CASE_VIEWS_TABLE: ['GetItem', 'Query'], TIME_ZONE: true },
  },
];
