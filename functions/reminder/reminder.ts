import * as z from 'zod/mini';
import { after, hour, type Instant } from '../shared/now.ts';
import type { ClockName } from '../sla/sla.ts';
import { isReady, type Task, type TaskKind, taskKinds } from '../task/task.ts';

/** The rungs that a ladder can have, from the bottom up. */
export const RungName = z.enum(['due-soon', 'due', 'overdue', 'escalated']);
export type RungName = z.infer<typeof RungName>;

/** When somebody is reminded of an open task (hours after its due time, before it when negative), and who. */
const Rung = z.strictObject({
  id: RungName,
  hoursAfterDue: z.int().check(z.gte(-720), z.lte(8760)),
  to: z.enum(['responsible', 'manager']),
});
export type Rung = z.infer<typeof Rung>;

/**
 * The ladder that each open task climbs once, and how many mails of reminders one person gets in seven days. More than
 * one a day they never get; what had to wait is in the next.
 */
export const Reminders = z.strictObject({
  rungs: z.array(Rung).check(z.minLength(1), z.check(mustGoUp)),
  mailsAWeek: z._default(z.int().check(z.gte(1), z.lte(7)), 5),
  /** Whether the promises made to customers climb the same ladder: whoever answers for the case is reminded of them. */
  promises: z.optional(z.boolean()),
});
export type Reminders = z.infer<typeof Reminders>;

/** In force until another is saved. */
export const shippedReminders: Reminders = {
  rungs: [
    { id: 'due', hoursAfterDue: 0, to: 'responsible' },
    { id: 'overdue', hoursAfterDue: 48, to: 'responsible' },
    { id: 'escalated', hoursAfterDue: 96, to: 'manager' },
  ],
  mailsAWeek: 5,
};

/** A task, or a promise to a customer whose clock runs: its id is made like that of a task, its kind is the clock. */
export type Remindable = Omit<Task, 'kind'> & { kind: TaskKind | ClockName };

/** What was promised to a customer: no task, and no kind of one. */
export const isPromise = ({ kind }: Pick<Remindable, 'kind'>): boolean => !Object.hasOwn(taskKinds, kind);

/** How far a task has climbed. */
export type Height = RungName | 'ground';
const heights: readonly Height[] = ['ground', ...RungName.options];
export const isAbove = (one: Height, other: Height): boolean => heights.indexOf(one) > heights.indexOf(other);

/** With another due time a task begins at the bottom again: what was said of the old one is true no more. */
export const heightOf = ({ climbed, dueAt }: Remindable): Height =>
  climbed && (climbed.dueAt ?? dueAt) === dueAt ? climbed.rung : 'ground';

/** Where a reminder takes a task. Those of the first ladder had no names: 1 was due, 2 overdue, 3 escalated. */
export const climbedBy = ({ rung = 0, name, dueAt }: { rung?: number; name?: RungName; dueAt?: Instant }) => ({
  rung: name ?? RungName.options[rung] ?? 'escalated',
  dueAt,
});

/** The highest rung that is due; those below it that nobody got to, as after an outage, are left out. */
export function dueRung(task: Remindable, rungs: readonly Rung[], at: Instant): Rung | undefined {
  if (!isReady(task)) return undefined;
  const isDue = ({ hoursAfterDue }: Rung) => after(task.dueAt, hoursAfterDue * hour) <= at;
  return rungs.findLast((rung) => isAbove(rung.id, heightOf(task)) && isDue(rung));
}

/** At each height, the highest first: tasks that were due by when have their next reminder due now. */
export const dueByNow = (rungs: readonly Rung[], at: Instant): { height: Height; dueBy: Instant }[] =>
  heights.toReversed().flatMap((height) => {
    const next = rungs.find((rung) => isAbove(rung.id, height));
    return next ? [{ height, dueBy: after(at, -next.hoursAfterDue * hour) }] : [];
  });

/** Who a reminder goes to: whoever took the task on, or the manager of its team as long as nobody did. */
export const remindWhom = ({ assignee }: Remindable, { to }: Rung, manager: string): string =>
  to === 'manager' ? manager : (assignee ?? manager);

/** Whoever has said that they know is not reminded again before the task has another due time; others are. */
export const hasAcknowledged = ({ acknowledged, dueAt }: Remindable, personId: string): boolean =>
  acknowledged?.[personId] === dueAt;

function mustGoUp({ value, issues }: z.core.ParsePayload<Rung[]>): void {
  const refuse = (index: number, field: keyof Rung, message: string) =>
    issues.push({ code: 'custom', path: [index, field], message, input: value });
  for (const [index, { id, hoursAfterDue }] of value.entries()) {
    const before = value[index - 1];
    if (value.findIndex((one) => one.id === id) < index) refuse(index, 'id', 'is named twice');
    else if (before && !isAbove(id, before.id)) refuse(index, 'id', `must come before ${before.id}`);
    if (before && hoursAfterDue <= before.hoursAfterDue) {
      refuse(index, 'hoursAfterDue', `must be more than ${before.hoursAfterDue}, where the rung before it is`);
    } else if ((id === 'due-soon') !== hoursAfterDue < 0) {
      refuse(
        index,
        'hoursAfterDue',
        id === 'due-soon' ? 'must be negative: before the due time' : 'must not be negative',
      );
    }
  }
}
