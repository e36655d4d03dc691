import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { isIn, mustManage, type Teams } from '../policy/policy.ts';
import type { Caller } from '../shared/caller.ts';
import { NoFurtherLine } from '../shared/team-errors.ts';
import { taskToWorkOn } from './claim-task.ts';
import type { EscalationReason } from './task.ts';

export type Escalation = { taskId: string; reason: EscalationReason; noteId?: string | undefined };

/**
 * The next line goes on with a task, its due time and all that is known of it, and why it came: whoever has it says
 * so, anyone of the team if nobody has it, or the manager.
 * @throws TaskNotFound, TaskAlreadyCompleted, ManagerNeeded, NoFurtherLine
 */
export const escalateTask =
  ({ taskId, reason, noteId }: Escalation, caller: Caller, teams: Teams) =>
  (current: Case): CaseFact[] => {
    const { assignee, team } = taskToWorkOn(current, taskId);
    const may = assignee ? assignee === caller.id : isIn(teams, team, caller.id);
    if (!may) mustManage(teams, team, caller);
    const to = teams.find((one) => one.team === team)?.next;
    if (!to) throw new NoFurtherLine(team);
    return [{ kind: 'task-escalated', data: { taskId, from: team, to, reason, ...(noteId && { noteId }) } }];
  };
