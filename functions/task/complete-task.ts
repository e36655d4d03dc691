import { type Case, openChildren } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { CaseHasOpenWork, InvalidRequest, TaskTaken } from '../shared/errors.ts';
import { fieldErrors } from '../shared/read-input.ts';
import { mustBeUndone, taskOf } from './claim-task.ts';
import { isAboutTheRun } from './failed-step.ts';
import { decides, type Outcome, type TaskKind, taskKinds } from './task.ts';
import { forms, type TaskForm } from './task-form.ts';

export type Completion = {
  taskId: string;
  outcome: Outcome;
  noteId?: string | undefined;
  /** What the form of its kind asks for. */
  form?: unknown;
  evidence?: string[] | undefined;
};

/** A task ends once. Whoever says the same again is right; whoever comes second with something else is told by whom. */
export const completeTask =
  ({ taskId, outcome, noteId, form, evidence }: Completion, by: string) =>
  (current: Case): CaseFact[] => {
    const task = taskOf(current, taskId);
    if (task.status === 'completed' && task.completedBy === by && task.outcome === outcome) return [];
    mustBeUndone(task);
    if (task.assignee && task.assignee !== by) throw new TaskTaken(taskId, task.assignee);
    const outcomes: readonly string[] = taskKinds[task.kind].outcomes;
    if (!outcomes.includes(outcome)) {
      throw new InvalidRequest([{ field: 'outcome', message: `must be one of ${outcomes.join(', ')}` }]);
    }
    if (outcome === 'handled' && isAboutTheRun(task) && current.status === 'open') {
      const message = 'cannot be handled while the case is open: close the case first, or say retry';
      throw new InvalidRequest([{ field: 'outcome', message }]);
    }
    const children = decides(task) ? openChildren(current) : [];
    if (children.length > 0) {
      throw new CaseHasOpenWork(
        current.caseId,
        children.map((caseId) => `child ${caseId} is open`),
      );
    }
    const filledIn = form === undefined ? {} : { form: fillIn(task.kind, form) };
    const data = { taskId, outcome, ...filledIn, ...(evidence && { evidence }), ...(noteId && { noteId }) };
    return [{ kind: 'task-completed', data }];
  };

/** @throws InvalidRequest naming each field of the form that does not fit */
function fillIn(kind: TaskKind, form: unknown): TaskForm {
  const filledIn = forms[kind].safeParse(form, { reportInput: true });
  if (filledIn.success) return filledIn.data as TaskForm;
  const errors = filledIn.error.issues.flatMap(fieldErrors);
  throw new InvalidRequest(errors.map((one) => ({ ...one, field: `form.${one.field}` })));
}
