import { cases } from '../uses.ts';
import type { Workflow } from './workflow.ts';

export const campaignWorkflow: Workflow = {
  name: 'campaign',
  steps: {
    AskSomeCustomers: {
      entry: 'campaign/ask-some-customers',
      uses: {
        ...cases,
        CASE_VIEWS_TABLE: ['GetItem', 'PutItem', 'Query byStatus'],
        POLICIES_TABLE: ['Query', 'PutItem'],
        SURVEY_WORKFLOW_ARN: ['StartExecution'],
      },
    },
  },
  // Before its history is full it goes on in another run of its own.
  starts: { CampaignWorkflow: { workflow: 'campaign', awaited: false } },
};
