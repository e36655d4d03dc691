import type { Case } from './case.ts';
import type { CaseEvent } from './case-fact.ts';
import { runName } from './case-workflow.ts';

export type Machine = 'case' | 'investigation' | 'survey';
export type Machines = Record<Machine, string>;

type MachineSettings = Record<`${Uppercase<Machine>}_WORKFLOW_ARN`, string>;
export const machinesOf = (env: MachineSettings): Machines => ({
  case: env.CASE_WORKFLOW_ARN,
  investigation: env.INVESTIGATION_WORKFLOW_ARN,
  survey: env.SURVEY_WORKFLOW_ARN,
});

export const machineOf = (runId: string): Machine =>
  runId.includes('-investigation') ? 'investigation' : runId.includes('-survey') ? 'survey' : 'case';

/** `…:stateMachine:NAME` and a run's name make the run's own ARN. */
export const runArn = (machines: Machines, runId: string): string =>
  `${machines[machineOf(runId)].replace(':stateMachine:', ':execution:')}:${runId}`;

/** Every run that belongs to a case: those that did something, the one it lives in, and the survey after its close. */
export function runsOf(current: Case, events: readonly CaseEvent[]): string[] {
  const { caseId, cycle, attempt, status } = current;
  const own = runName(caseId, cycle, attempt);
  const survey = status === 'closed' ? [`${own}-survey`] : [];
  return [...new Set([own, ...events.flatMap((event) => event.run ?? []), ...survey])];
}
