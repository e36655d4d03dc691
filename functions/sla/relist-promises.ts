import type { CaseRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import type { VersionStore } from '../policy/version-store.ts';
import type { Reminders } from '../reminder/reminder.ts';
import { log, metric } from '../shared/log.ts';
import { type Instant, minute } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { type ListWorld, listPromises } from './list-promises.ts';

type World = ListWorld & { views: Pick<CaseViewStore, 'list'>; versions: Pick<VersionStore, 'latest'> };

// What one sweep looks at; the next goes on where it ended.
const MOST_CASES = 2000;
// Whoever remembers what is in force does so for a minute.
const SETTLED = 2 * minute;

/**
 * After a change of the promises, the calendars or the ladder: brings the list of what is due up to date for every open
 * case. As long as no promise climbs the ladder it reads that and a marker, and as long as nothing is changed three
 * policies and the marker, however many cases there are.
 * @returns how many cases it looked at
 */
export async function relistPromises(world: World, at: Instant, most = MOST_CASES): Promise<{ relisted: number }> {
  const [reminders, marked] = await Promise.all([world.versions.latest('reminders'), world.list.listedBy()]);
  const climb = !!(reminders?.value as Partial<Reminders> | undefined)?.promises;
  if (!marked && !climb) return { relisted: 0 };
  const others = await Promise.all((['sla', 'calendars'] as const).map((policy) => world.versions.latest(policy)));
  const found = [reminders, ...others];
  const versions = found.map((one) => one?.version ?? 0).join('.');
  const done = marked?.versions === versions && !marked.cursor;
  const settled = found.every((one) => !one || Date.parse(at) - Date.parse(one.at) >= SETTLED);
  if (done || !settled) return { relisted: 0 };
  let cursor = marked?.versions === versions ? marked.cursor : undefined;
  let relisted = 0;
  do {
    const page = await world.views.list<CaseRow>('status', 'open', {
      limit: Math.min(100, most),
      ...(cursor && { cursor }),
    });
    await sideBySide(page.items, ({ caseId }) => relist(world, caseId, at));
    relisted += page.items.length;
    cursor = page.next;
    await world.list.markListed({ versions, cursor });
  } while (cursor && relisted < most);
  log.info('PROMISES_RELISTED', { relisted, versions, done: !cursor });
  metric('PromisesRelisted', relisted, 'Count');
  return { relisted };
}

async function relist(world: World, caseId: string, at: Instant): Promise<void> {
  try {
    await listPromises(world, caseId, at);
  } catch (error) {
    // One case must not keep the others out of the list.
    log.warn('PROMISES_NOT_LISTED', { caseId, error: error instanceof Error ? error.name : typeof error });
  }
}
