import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { Teams } from '../policy/policy.ts';
import { CaseIsClosed, InvalidRequest } from '../shared/errors.ts';
import { after, hour, type Instant } from '../shared/now.ts';
import { isOpen, taskIdFor } from './task.ts';

export type FollowUp = { team: string; hours: number; after?: string | undefined; noteId?: string | undefined };

/**
 * Something more has to be done about a case, by whichever team, at once or when another task of it is done. The case
 * cannot be closed before.
 * @throws CaseIsClosed, InvalidRequest for a team that there is not and for a task that it could wait for in vain
 */
export const openFollowUp =
  ({ team, hours, after: first, noteId }: FollowUp, teams: Teams, at: Instant) =>
  ({ caseId, cycle, status, tasks }: Case): CaseFact[] => {
    if (status !== 'open') throw new CaseIsClosed(caseId);
    if (!teams.some((one) => one.team === team)) {
      const message = `must be one of ${teams.map((one) => one.team).join(', ')}`;
      throw new InvalidRequest([{ field: 'team', message }]);
    }
    if (first && !tasks.some((task) => task.taskId === first && isOpen(task))) {
      throw new InvalidRequest([{ field: 'after', message: 'must be a task of this case that is not done' }]);
    }
    const count = tasks.filter((task) => task.kind === 'follow-up').length;
    const taskId = taskIdFor(caseId, cycle, `follow-up.${count + 1}`);
    const data = { taskId, kind: 'follow-up' as const, team, dueAt: after(at, hours * hour) };
    return [{ kind: 'task-opened', data: { ...data, ...(first && { after: first }), ...(noteId && { noteId }) } }];
  };
