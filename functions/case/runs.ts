import type { Case } from './case.ts';
import type { CaseEvent } from './case-fact.ts';
import { cycleOfRun, runName } from './case-workflow.ts';

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
export const runArn = (machineArn: string, runId: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${runId}`;

/** Every run that belongs to a case: the one it lives in, those that did something, and the survey after each close. */
export function runsOf(current: Case, events: readonly CaseEvent[]): string[] {
  const { caseId, cycle, attempt } = current;
  const runs = [...new Set([runName(caseId, cycle, attempt), ...events.flatMap((event) => event.run ?? [])])];
  const closed = new Set(
    events.flatMap(({ fact }, index) => (fact.kind === 'case-closed' ? cycleAt(events, index) : [])),
  );
  const surveys = runs.filter((run) => machineOf(run) === 'case' && closed.has(cycleOfRun(run)));
  return [...new Set([...runs, ...surveys.map((run) => `${run}-survey`)])];
}

/** The cycle that an event fell into. */
const cycleAt = (events: readonly CaseEvent[], index: number): number =>
  1 + events.slice(0, index).filter(({ fact }) => fact.kind === 'case-reopened').length;
