import { dueByNow, shippedReminders } from '../../../functions/reminder/reminder.ts';
import { instant } from '../../../functions/shared/now.ts';
import type { World } from './world.ts';

const hour = 60 * 60_000;

/**
 * The schedule of reminders, every hour. A sweep that would find nothing due is left out, which changes nothing but the
 * time a simulation takes.
 */
export function startSweeps(world: World): void {
  const { clock, database, functions, watchers } = world;
  const rows = database.table('case-views').rows('byDue');
  let next: number | undefined;

  function plan(earliest: number): void {
    const due = nextDue();
    if (due === undefined) return;
    const time = Math.ceil(Math.max(due + 1, earliest) / hour) * hour;
    if (next !== undefined && next <= time) return;
    next = time;
    clock.at(time, () => void sweep(time));
  }

  /** When the first task has its next reminder due, as far as the lists say. */
  function nextDue(): number | undefined {
    const times = dueByNow(shippedReminders.rungs, instant(0)).flatMap(({ height, dueBy }) => {
      const [first] = rows.partition({ S: `reminders#${height}` });
      const dueAt = first?.item.dueAt;
      return dueAt && 'S' in dueAt ? [Date.parse(dueAt.S) - Date.parse(dueBy)] : [];
    });
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  async function sweep(time: number): Promise<void> {
    if (next !== time) return;
    if (world.plan.again('schedule')) void functions.invoke('reminder/remind.schedule', {});
    await functions.invoke('reminder/remind.schedule', {});
    next = undefined;
    plan(clock.now() + 1);
  }

  watchers.push({
    wrote({ table, after }) {
      if (table === 'case-views' && after?.dueAt) plan(clock.now());
    },
  });
}
