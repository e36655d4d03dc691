import { cases, waits } from '../uses.ts';
import type { Workflow } from './workflow.ts';

export const surveyWorkflow: Workflow = {
  name: 'survey',
  steps: {
    InviteCustomer: {
      entry: 'survey/invite-customer',
      uses: { ...waits, VAULT_TABLE: ['GetItem', 'PutItem'], POLICIES_TABLE: ['Query', 'PutItem'] },
      answersOwnRun: true,
    },
    RemindCustomer: {
      entry: 'survey/remind-customer',
      uses: { ...waits, VAULT_TABLE: ['GetItem'] },
      answersOwnRun: true,
    },
    ConcludeSurvey: { entry: 'survey/conclude-survey', uses: cases },
    AskAPerson: { entry: 'task/ask-a-person', uses: waits, answersOwnRun: true },
  },
};
