import * as z from 'zod/mini';
import { RungName } from '../reminder/reminder.ts';
import { CaseId, PersonId, TaskId, TransactionId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { Outcome, Step, TaskKind, TeamId } from './task.ts';

const task = {
  taskId: TaskId,
  kind: TaskKind,
  team: TeamId,
  openedAt: Instant,
  dueAt: Instant,
  concerns: z.optional(z.array(TransactionId)),
  step: z.optional(Step),
  askedAt: z.optional(z.string()),
  status: z.enum(['open', 'claimed', 'completed']),
  assignee: z.optional(PersonId),
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
