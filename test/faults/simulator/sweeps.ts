import type { World } from './world.ts';

const quarter = 15 * 60_000;

/**
 * The schedule of reminders, every quarter of an hour. A sweep that would find nothing due is left out, and one after
 * a sweep that could remind nobody comes later than it would: both change nothing but the time a simulation takes.
 */
export function startSweeps(world: World): void {
  const { clock, database, functions, watchers } = world;
  const rows = database.table('case-views').rows('byDue');
  let next: number | undefined;

  function plan(earliest: number): void {
    const [first] = rows.partition({ S: 'reminders' });
    const due = first?.item.dueAt;
    if (!due || !('S' in due)) return;
    const time = Math.ceil(Math.max(Date.parse(due.S) + 1, earliest) / quarter) * quarter;
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
