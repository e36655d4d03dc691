import type { CaseStore } from '../case/case-store.ts';
import type { CaseRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import { log } from '../shared/log.ts';
import type { Instant } from '../shared/now.ts';
import type { Page } from '../shared/page.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import type { Policies } from '../sla/terms.ts';
import type { ObservationStore } from './observation-store.ts';
import { unansweredPromises } from './unanswered-promises.ts';

type World = {
  cases: Pick<CaseStore, 'history'>;
  views: Pick<CaseViewStore, 'list'>;
  observations: Pick<ObservationStore, 'note' | 'noteLooked' | 'lastLooked'>;
  sla: () => Promise<Policies>;
};

const WHAT = 'promises';
const A_PAGE = 500;

/**
 * Once a day, at every case that is open: whose promise was broken, and nobody did anything. When something happens to a
 * case it is looked at then; here are those to which nothing happens. Reads what is open, however much is closed.
 */
export async function lookAtPromises(world: World, now: Instant, goOn: () => boolean): Promise<number> {
  const day = now.slice(0, 10);
  if ((await world.observations.lastLooked(WHAT)) === day) return 0;
  const policies = await world.sla();
  let cursor: string | undefined;
  let found = 0;
  do {
    const page: Page<CaseRow> = await world.views.list<CaseRow>('status', 'open', { limit: A_PAGE, cursor });
    const counts = await sideBySide(page.items, async ({ caseId }) => {
      const broken = unansweredPromises(await world.cases.history(caseId), policies, now);
      for (const one of broken) await world.observations.note(one);
      return broken.length;
    });
    found += counts.reduce((sum, count) => sum + count, 0);
    cursor = page.next;
  } while (cursor && goOn());
  if (!cursor) await world.observations.noteLooked(WHAT, day, now);
  log.info('PROMISES_LOOKED_AT', { day, found, whole: !cursor });
  return found;
}
