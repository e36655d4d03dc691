import * as z from 'zod/mini';
import { Count, fact, Instant, noted } from '../case/fact.ts';
import { RungName } from '../reminder/reminder.ts';
import { PersonId, TaskId, TransactionId } from '../shared/ids.ts';
import { EscalationReason, Outcome, ReleaseReason, Step, TaskKind, TeamId } from './task.ts';
import { Evidence, TaskForm } from './task-form.ts';

/** Which rung of the ladder, of a task that was due when. */
const Reminder = { taskId: TaskId, name: z.optional(RungName), dueAt: z.optional(Instant), to: PersonId };

// What happens to the pieces of work of a case, and what is said of them.
export const taskFacts = [
  fact('task-opened', {
    taskId: TaskId,
    kind: TaskKind,
    team: TeamId,
    dueAt: Instant,
    concerns: z.optional(z.array(TransactionId)),
    step: z.optional(Step),
    askedAt: z.optional(z.string()),
    round: z.optional(Count),
    after: z.optional(TaskId),
    ...noted,
  }),
  fact('task-claimed', { taskId: TaskId }),
  fact('task-assigned', { taskId: TaskId, to: PersonId }),
  fact('task-released', { taskId: TaskId, from: PersonId, reason: ReleaseReason }),
  fact('task-escalated', { taskId: TaskId, from: TeamId, to: TeamId, reason: EscalationReason, ...noted }),
  fact('task-completed', {
    ...{ taskId: TaskId, outcome: Outcome },
    ...{ form: z.optional(TaskForm), evidence: z.optional(Evidence) },
    ...noted,
  }),
  fact('task-acknowledged', { taskId: TaskId, dueAt: Instant }),
  fact('reminder-sent', { ...Reminder, rung: Count }),
  fact('reminder-not-sent', {
    ...Reminder,
    reason: z.enum(['no-address', 'address-bounced', 'unconfirmed', 'acknowledged']),
  }),
] as const;
