import { cases, waits } from '../uses.ts';
import type { Workflow } from './workflow.ts';

export const investigationWorkflow: Workflow = {
  name: 'investigation',
  steps: {
    OpenInvestigation: { entry: 'task/open-investigation', uses: waits, answersOwnRun: true },
    ConcludeInvestigation: { entry: 'task/conclude-investigation', uses: cases },
    AskAPerson: { entry: 'task/ask-a-person', uses: waits, answersOwnRun: true },
  },
};
