import { cases, waits } from '../uses.ts';
import type { Workflow } from './workflow.ts';

export const complaintWorkflow: Workflow = {
  name: 'complaint',
  steps: {
    AcknowledgeComplaint: { entry: 'complaint/acknowledge-complaint', uses: cases },
    OpenStage: { entry: 'complaint/open-stage', uses: waits, answersOwnRun: true },
    ApproveRejection: { entry: 'complaint/approve-rejection', uses: waits, answersOwnRun: true },
    CloseCase: { entry: 'case/close-case', uses: { ...cases, POLICIES_TABLE: ['Query'] } },
    WaitForWork: { entry: 'case/wait-for-work', uses: waits, answersOwnRun: true },
    AskAPerson: { entry: 'task/ask-a-person', uses: waits, answersOwnRun: true },
  },
  starts: { SurveyWorkflow: { workflow: 'survey', awaited: false } },
};
