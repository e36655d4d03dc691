import type { HistoryPages } from './archive-run.ts';
import { type ArchivedRun, eventsOf } from './run-archive.ts';
import type { RunArchiveStore } from './run-archive-store.ts';
import { withoutTokens } from './without-tokens.ts';

/** A page of a run's history, without its task tokens: the same events, whether Step Functions still knows them or the archive does. */
export type RunPage = {
  source: 'step-functions' | 'archive';
  items: unknown[];
  next?: string | undefined;
};

export const PAGE = 100;
// A cursor of the archive is the number of the next event; one of Step Functions is whatever it gave.
const archived = /^archive-(\d{1,5})$/;

/** Asks Step Functions first, and the archive when it knows the run no more. Undefined when nobody knows it. */
export async function readRun(
  { archive, history }: { archive: RunArchiveStore; history: HistoryPages },
  { caseId, runId }: { caseId: string; runId: string },
  cursor?: string,
): Promise<RunPage | undefined> {
  const from = cursor?.match(archived)?.[1];
  const page = from === undefined ? await history(cursor) : undefined;
  if (page) return { source: 'step-functions', items: withoutTokens(page.events ?? []), next: page.nextToken };
  const run = await archive.find(caseId, runId);
  return run && fromArchive(archive, caseId, run, Math.max(Number(from ?? 1), 1));
}

async function fromArchive(archive: RunArchiveStore, caseId: string, run: ArchivedRun, from: number): Promise<RunPage> {
  const items: unknown[] = [];
  const end = Math.min(from + PAGE - 1, run.events);
  for (let next = from; next <= end; next = from + items.length) {
    const part = await archive.partWith(caseId, run.runId, next);
    const events = part ? eventsOf(part).slice(next - part.first, end + 1 - part.first) : [];
    if (events.length === 0) throw new Error(`Event ${next} of run ${run.runId} is not in the archive`);
    items.push(...withoutTokens(events));
  }
  return { source: 'archive', items, ...(end < run.events && { next: `archive-${end + 1}` }) };
}
