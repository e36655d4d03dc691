import { cases, waits } from '../uses.ts';
import type { Workflow } from './workflow.ts';

const bank = { ACCOUNT_SYSTEM: ['list', 'freeze'] } as const;
const bankRead = { ACCOUNT_SYSTEM: ['list'] } as const;

export const caseWorkflow: Workflow = {
  name: 'case',
  steps: {
    FreezeAccounts: { entry: 'account/freeze-accounts', uses: { ...cases, ...bank } },
    ReviewCase: { entry: 'case/review-case', uses: { ...cases, ...bankRead } },
    OpenTriage: { entry: 'task/open-triage', uses: waits, answersOwnRun: true },
    CloseCase: { entry: 'case/close-case', uses: { ...cases, POLICIES_TABLE: ['Query'] } },
    WaitForWork: { entry: 'case/wait-for-work', uses: waits, answersOwnRun: true },
    AskAPerson: { entry: 'task/ask-a-person', uses: waits, answersOwnRun: true },
  },
  starts: {
    InvestigationWorkflow: { workflow: 'investigation', awaited: true },
    SurveyWorkflow: { workflow: 'survey', awaited: false },
  },
};
