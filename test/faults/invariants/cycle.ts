import type { CaseEvent, CaseFact } from '../../../functions/case/case-fact.ts';

type Kind = CaseFact['kind'];

/** What happened since the case began, was last taken up again, or was taken out of another. */
export function ofThisCycle(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const last = events.findLastIndex(
    ({ fact }) => fact.kind === 'case-reopened' || (fact.kind === 'case-unlinked' && fact.data.as === 'merged-into'),
  );
  return events.slice(Math.max(last, 0));
}

export const countOf = (events: readonly CaseEvent[], kind: Kind): number =>
  events.filter(({ fact }) => fact.kind === kind).length;

type DataOf<K extends Kind> = Extract<CaseFact, { kind: K }>['data'];

/** The facts of one kind, in their order. */
export const factsOf = <K extends Kind>(events: readonly CaseEvent[], kind: K): DataOf<K>[] =>
  events.flatMap(({ fact }): DataOf<K>[] => (fact.kind === kind ? [fact.data as DataOf<K>] : []));
