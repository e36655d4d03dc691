import { isSurveyRun, surveyRunName } from '../shared/ids.ts';
import type { Case } from './case.ts';
import type { CaseEvent } from './case-fact.ts';
import { machineFor, runName } from './case-workflow.ts';

export type Machine = 'case' | 'complaint' | 'investigation' | 'survey';
export type Machines = Record<Machine, string>;

type MachineSettings = Record<`${Uppercase<Machine>}_WORKFLOW_ARN`, string>;
export const machinesOf = (env: MachineSettings): Machines => ({
  case: env.CASE_WORKFLOW_ARN,
  complaint: env.COMPLAINT_WORKFLOW_ARN,
  investigation: env.INVESTIGATION_WORKFLOW_ARN,
  survey: env.SURVEY_WORKFLOW_ARN,
});

/** A run of a case itself has the machine of the case's type. */
export const machineOf = (runId: string, type: Case['type']): Machine =>
  runId.includes('-investigation') ? 'investigation' : isSurveyRun(runId) ? 'survey' : machineFor(type);

/** `…:stateMachine:NAME` and a run's name make the run's own ARN. */
export const runArn = (machineArn: string, runId: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${runId}`;

/** Where a run is looked for when the type of its case is not known: it is in one of them at most. */
export const runArns = (machines: Machines, runId: string): string[] =>
  [...new Set((['lost-card', 'complaint'] as const).map((type) => machines[machineOf(runId, type)]))].map((machine) =>
    runArn(machine, runId),
  );

/** Every run that belongs to a case: the one it lives in, those that did something, and the survey after each close. */
export function runsOf({ caseId, cycle, attempt }: Case, events: readonly CaseEvent[]): string[] {
  const runs = [runName(caseId, cycle, attempt), ...events.flatMap((event) => event.run ?? [])];
  const surveys = events.flatMap(({ fact }, index) =>
    fact.kind === 'case-closed' ? surveyRunName(caseId, cycleAt(events, index)) : [],
  );
  return [...new Set([...runs, ...surveys])];
}

/** The cycle that an event fell into. */
const cycleAt = (events: readonly CaseEvent[], index: number): number =>
  1 + events.slice(0, index).filter(beginsCycle).length;

const beginsCycle = ({ fact: { kind, data } }: CaseEvent): boolean =>
  kind === 'case-reopened' || (kind === 'case-unlinked' && data.as === 'merged-into');
