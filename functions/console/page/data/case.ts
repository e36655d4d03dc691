import type { Caseloop } from '../../../../client/caseloop.ts';
import type { CaseForColleagues, Operations } from '../../../../client/operations.ts';
import type { Definition } from '../graph/definition.ts';
import type { HistoryEvent } from '../graph/visits.ts';

export type Run = Operations['listRuns']['item'];
export type Mail = Operations['listMails']['item'];
export type Clock = Operations['showSla']['answer']['clocks'][number];
export type Happening = Operations['timeline']['item'] & { by?: string; data?: Record<string, unknown> };
/** `version` is another after every event of the case, also one that the case does not show. */
export type CaseNow = { shown: CaseForColleagues; version: string | undefined; runs: readonly Run[] };
export type CasePast = { timeline: Happening[]; chain: Chain; clocks: readonly Clock[]; mails: readonly Mail[] };
type Chain = Operations['timeline']['answer']['chain'];

/** How a case stands: little enough to be asked for again and again. */
export async function caseNow(api: Caseloop, caseId: string): Promise<CaseNow> {
  const path = { caseId };
  const [shown, runs] = await Promise.all([
    api.send('getCase', { path }),
    api.listRuns({ path, query: { limit: 100 } }),
  ]);
  return { shown: shown.body as CaseForColleagues, version: shown.etag, runs: runs.items };
}

/** All that is told of it, which changes only when the case does. */
export async function casePast(api: Caseloop, caseId: string): Promise<CasePast> {
  const path = { caseId };
  const [first, sla, mails] = await Promise.all([
    api.timeline({ path }),
    api.showSla({ path, query: { explain: 'true' } }),
    api.listMails({ path, query: { limit: 100 } }),
  ]);
  const timeline = [...first.items] as Happening[];
  for (let { next } = first; next; ) {
    const page = await api.timeline({ path, query: { cursor: next } });
    timeline.push(...(page.items as Happening[]));
    next = page.next;
  }
  return { timeline, chain: first.chain, clocks: sla.clocks, mails: mails.items };
}

/** The whole history of a run. */
export async function historyOf(api: Caseloop, caseId: string, runId: string): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor ? { cursor } : {};
    const page = await api.getRunHistory({ path: { caseId, runId }, query });
    events.push(...(page.items as HistoryEvent[]));
    cursor = page.next;
  } while (cursor);
  return events;
}

export const definitionOf = async (api: Caseloop, machine: string): Promise<Definition> =>
  (await api.showMachine({ path: { machine: machine as 'case' } })).definition as unknown as Definition;
