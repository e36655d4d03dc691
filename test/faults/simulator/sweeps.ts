import { type Height, isAbove, RungName, shippedReminders } from '../../../functions/reminder/reminder.ts';
import { hour } from '../../../functions/shared/now.ts';
import type { World } from './world.ts';

const quarter = 15 * 60_000;
const heights: readonly Height[] = ['ground', ...RungName.options];

/**
 * The schedule of reminders, every quarter of an hour. A sweep that would find nothing due is left out, and one after
 * a sweep that could remind nobody comes later than it would: both change nothing but the time a simulation takes.
 */
export function startSweeps(world: World): void {
  const { clock, database, functions, watchers } = world;
  const rows = database.table('case-views').rows('byDue');
  let next: number | undefined;

  /** When the first task at this height has its next reminder. */
  function dueAt(height: Height): number {
    const [first] = rows.partition({ S: `reminders#${height}` });
    const due = first?.item.dueAt;
    const next = shippedReminders.rungs.find((rung) => isAbove(rung.id, height));
    return due && 'S' in due && next ? Date.parse(due.S) + next.hoursAfterDue * hour : Number.POSITIVE_INFINITY;
  }

  function plan(earliest: number): void {
    const due = Math.min(...heights.map(dueAt));
    if (due === Number.POSITIVE_INFINITY) return;
    const time = Math.ceil(Math.max(due + 1, earliest) / quarter) * quarter;
    if (next !== undefined && next <= time) return;
    next = time;
    clock.at(time, () => void sweep(time));
  }

  async function sweep(time: number): Promise<void> {
    if (next !== time) return;
    const answer = await functions.invoke('reminder/remind.schedule', {});
    next = undefined;
    const idle = 'payload' in answer && (answer.payload as { reminded: number } | undefined)?.reminded === 0;
    plan(clock.now() + (idle ? 4 * quarter : quarter));
  }

  watchers.push({
    wrote({ table, after }) {
      if (table === 'case-views' && after?.dueAt) plan(clock.now());
    },
  });
}
