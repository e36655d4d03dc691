import * as z from 'zod/mini';
import { Team } from '../policy/policy.ts';
import { PersonId } from '../shared/ids.ts';
import { TaskOfCase } from './task-shape.ts';

const Count = z.int().check(z.gte(0));
const { team, manager, calendar, cap, needs, next } = Team.shape;

/** A team at work. */
export const TeamAtWork = z.strictObject({
  ...{ team, manager, calendar, cap, needs, next },
  queue: z.strictObject({ unclaimed: Count, overdue: Count, first: z.optional(TaskOfCase) }),
  /** The queue is longer than what was counted. */
  atLeast: z.optional(z.boolean()),
  people: z.array(
    z.strictObject({ person: PersonId, absent: z.boolean(), holds: Count, skills: z.optional(z.array(z.string())) }),
  ),
});
