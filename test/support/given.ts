import type { Case } from '../../functions/case/case.ts';
import type { CaseEvent, CaseFact } from '../../functions/case/case-fact.ts';
import { fold } from '../../functions/case/case-store.ts';
import { seal } from '../../functions/shared/chain.ts';
import { after, type Instant } from '../../functions/shared/now.ts';

export const caseId = 'case_00000000000000000000000001';
export const customer = 'cus_amir';
export const monday: Instant = '2026-11-23T09:00:00.000Z';

/** A fact and who brought it about, when it was not a workflow. */
export type Happened = CaseFact | { by: string; fact: CaseFact };

/** A history in which these facts happened, a second apart, beginning on Monday at nine. */
export function historyOf(...facts: Happened[]): CaseEvent[] {
  const events: CaseEvent[] = [];
  for (const [index, happened] of facts.entries()) {
    const { by, fact } = 'fact' in happened ? happened : { by: 'workflow', fact: happened };
    const before = events.at(-1)?.hash ?? '';
    events.push(seal({ caseId, seq: index + 1, at: after(monday, index * 1000), by, fact, before }));
  }
  return events;
}

/** The case in which these facts happened. */
export const given = (...facts: Happened[]): Case => fold(historyOf(...facts));
