import { dueByNow, shippedReminders } from '../../../functions/reminder/reminder.ts';
import { instant } from '../../../functions/shared/now.ts';
import type { Item } from '../../../local/table/attribute.ts';
import { textIn } from './text-in.ts';
import type { World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;

type Sweep = {
  entry: string;
  /** Comes at multiples of this (milliseconds). */
  every: number;
  /** How the lists are called in which it looks for something to do. */
  lists: string;
  /** When there is something for it to do, as far as the lists say. */
  due(): number | undefined;
};

/**
 * The schedules. A sweep that would find nothing to do is left out, which changes nothing but the time a simulation
 * takes; reports are counted every so many milliseconds, as if the schedule had missed some hours.
 * @returns whether there is nothing left to do for those that end by themselves
 */
export function startSweeps(world: World, { reconciles = false, counts = 12 * hour } = {}): { idle(): boolean } {
  const rows = world.database.table('case-views').rows('byDue');
  const first = (list: string): number | undefined => dueAtOf(rows.partition({ S: list })[0]?.item);
  const reminders = () => {
    const times = climbs.flatMap(({ list, after }) => {
      const dueAt = first(list);
      return dueAt === undefined ? [] : [dueAt + after];
    });
    return times.length > 0 ? Math.min(...times) : undefined;
  };
  const sweep = (entry: string, every: number, lists: string, due = () => first(lists)) =>
    sweepWhenDue(world, { entry, every, lists, due });
  sweep('reminder/remind.schedule', hour, 'reminders#', reminders);
  sweep('case/close-silent-cases.schedule', hour, 'silent');
  sweep('report/roll-up-results.schedule', counts, 'to-report');
  if (reconciles) void reconcile(world);
  return { idle: () => first('to-report') === undefined };
}

/** Each height of the ladder, and how long after their due time the tasks there have their next reminder. */
const climbs = dueByNow(shippedReminders.rungs, instant(0)).map(({ height, dueBy }) => ({
  list: `reminders#${height}`,
  after: -Date.parse(dueBy),
}));

function dueAtOf(item: Item | undefined): number | undefined {
  const dueAt = textIn(item, 'dueAt');
  return dueAt === undefined ? undefined : Date.parse(dueAt);
}

function sweepWhenDue(world: World, { entry, every, lists, due }: Sweep): void {
  const { clock, functions, watchers } = world;
  let next: number | undefined;

  function plan(earliest: number): void {
    const time = due();
    if (time === undefined) return;
    const turn = Math.ceil(Math.max(time + 1, earliest) / every) * every;
    if (next !== undefined && next <= turn) return;
    next = turn;
    clock.at(turn, () => void sweep(turn));
  }

  async function sweep(time: number): Promise<void> {
    if (next !== time) return;
    if (world.plan.again('schedule')) void functions.invoke(entry, {});
    await functions.invoke(entry, {});
    next = undefined;
    plan(clock.now() + 1);
  }

  watchers.add({
    wrote({ table, after }) {
      if (table === 'case-views' && textIn(after, 'dueList')?.startsWith(lists)) plan(clock.now());
    },
  });
}

/** Every quarter of an hour in truth; any other pace has to do as well. */
async function reconcile({ clock, chance, functions }: World): Promise<never> {
  for (;;) {
    await clock.sleep(chance.between(15 * minute, 8 * hour));
    await functions.invoke('reconcile/reconcile-cases.schedule', {});
  }
}
