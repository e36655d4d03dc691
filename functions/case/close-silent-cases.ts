import { log, metric } from '../shared/log.ts';
import type { Instant } from '../shared/now.ts';
import type { CaseStore } from './case-store.ts';
import type { DueListStore } from './due-list-store.ts';
import { giveUpWaiting } from './give-up-waiting.ts';

type World = { cases: CaseStore; views: DueListStore };

/** Gives up on customers who stayed silent. Reads only what is due; whoever wrote meanwhile is heard. */
export async function closeSilentCases({ cases, views }: World, at: Instant): Promise<{ givenUp: number }> {
  let givenUp = 0;
  for await (const { caseId } of views.silent(at)) {
    try {
      await cases.change(caseId, { by: 'customer-timer', at }, (current) => {
        const facts = giveUpWaiting(at)(current);
        givenUp += facts.length;
        return facts;
      });
    } catch (error) {
      // One case must not keep the others waiting; the next sweep tries again.
      log.warn('GIVING_UP_FAILED', { caseId, error: error instanceof Error ? error.name : typeof error });
    }
  }
  metric('CasesGivenUp', givenUp, 'Count');
  return { givenUp };
}
