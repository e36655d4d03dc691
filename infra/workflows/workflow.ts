import type { Uses } from '../uses.ts';

export type WorkflowName = 'case' | 'complaint' | 'investigation' | 'survey' | 'campaign';

/** A step: the file below functions/ that does it, without `.step.ts`, and what it uses. */
export type StepRow = { entry: string; uses: Uses; answersOwnRun?: true };

export type Workflow = {
  name: WorkflowName;
  /** One row for each `${Placeholder}` of statemachines/<name>.asl.json that is a function. */
  steps: Record<string, StepRow>;
  /** Steps that the machine no longer has: runs that began with an older one still call their functions. */
  retired?: Record<string, StepRow>;
  /** Placeholders that are other workflows, and whether their runs are awaited. */
  starts?: Record<string, { workflow: WorkflowName; awaited: boolean }>;
};
