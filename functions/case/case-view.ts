import { isOpen, type Task } from '../task/task.ts';
import { type Case, openWork } from './case.ts';

/** A case as clients see it: ids, instants and enumerations. */
export const showCase = (current: Case) => {
  const { status, caseId, type, customerId, subject, team, openedAt, cycle, reports, resolution, closedAt } = current;
  return {
    caseId,
    status,
    type,
    customerId,
    subject,
    team,
    openedAt,
    cycle,
    reports,
    ...(resolution && { resolution }),
    ...(closedAt && { closedAt }),
    freeze: Object.entries(current.freeze).map(([target, state]) => ({ target, state })),
    ...(current.frozenAt && { frozenAt: current.frozenAt }),
    findings: current.findings ?? [],
    tasks: current.tasks,
    openWork: status === 'open' ? openWork(current) : [],
    ...(current.survey && { survey: current.survey }),
  };
};

export type CaseRow = {
  caseId: string;
  seq: number;
  status: string;
  customerId: string;
  team: string;
  openedAt: string;
  type: string;
};
export type TaskRow = { seq: number; task: Task; remindAt?: string };

export const caseRow = (current: Case, seq: number): CaseRow => {
  const { caseId, status, customerId, team, openedAt, type } = current;
  return { caseId, seq, status, customerId, team, openedAt, type };
};

export const openTasks = (current: Case): Task[] => current.tasks.filter(isOpen);
