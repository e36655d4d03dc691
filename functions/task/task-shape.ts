import * as z from 'zod/mini';
import { RungName } from '../reminder/reminder.ts';
import { CaseId, PersonId, TaskId, TransactionId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { EscalationReason, Outcome, Step, TaskKind, TeamId } from './task.ts';
import { Evidence, TaskForm } from './task-form.ts';

const task = {
  taskId: TaskId,
  kind: TaskKind,
  team: TeamId,
  openedAt: Instant,
  dueAt: Instant,
  concerns: z.optional(z.array(TransactionId)),
  step: z.optional(Step),
  askedAt: z.optional(z.string()),
  round: z.optional(z.int()),
  status: z.enum(['blocked', 'open', 'claimed', 'completed', 'withdrawn']),
  after: z.optional(TaskId),
  noteId: z.optional(z.string()),
  form: z.optional(TaskForm),
  evidence: z.optional(Evidence),
  assignee: z.optional(PersonId),
  escalations: z.optional(
    z.array(
      z.strictObject({
        ...{ from: TeamId, to: TeamId, reason: EscalationReason, by: z.string(), at: Instant },
        noteId: z.optional(z.string()),
      }),
    ),
  ),
  outcome: z.optional(Outcome),
  completedBy: z.optional(z.string()),
  completedAt: z.optional(Instant),
  reminded: z.int(),
  climbed: z.optional(z.strictObject({ rung: RungName, dueAt: z.optional(Instant) })),
  acknowledged: z.optional(z.record(z.string(), Instant)),
};

/** A task within its case. */
export const TaskOfCase = z.strictObject(task);
/** A task by itself. */
export const TaskShown = z.strictObject({ caseId: CaseId, ...task });
