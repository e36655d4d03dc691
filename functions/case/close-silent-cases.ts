import { log, metric } from '../shared/log.ts';
import type { Instant } from '../shared/now.ts';
import type { CaseStore } from './case-store.ts';
import type { DueListStore } from './due-list-store.ts';
import { giveUpWaiting, remindWaiting } from './give-up-waiting.ts';

type World = { cases: CaseStore; views: DueListStore };

/**
 * Reminds customers who stay silent, and gives up on those who still do. Reads only what is due; whoever wrote meanwhile
 * is heard. The letter follows from the reminder's fact.
 */
export async function closeSilentCases(
  { cases, views }: World,
  at: Instant,
): Promise<{ reminded: number; givenUp: number }> {
  let givenUp = 0;
  let reminded = 0;
  for await (const { caseId } of views.silent(at)) {
    let kind: string | undefined;
    try {
      await cases.change(caseId, { by: 'customer-timer', at }, (current) => {
        const facts = [...remindWaiting(at)(current), ...giveUpWaiting(at)(current)];
        kind = facts[0]?.kind;
        return facts;
      });
      if (kind === 'waiting-reminded') reminded++;
      if (kind === 'task-completed') givenUp++;
    } catch (error) {
      // One case must not keep the others waiting; the next sweep tries again.
      log.warn('GIVING_UP_FAILED', { caseId, error: error instanceof Error ? error.name : typeof error });
    }
  }
  metric('CasesGivenUp', givenUp, 'Count');
  metric('CustomersReminded', reminded, 'Count');
  return { reminded, givenUp };
}
