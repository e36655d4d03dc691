import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { Instant } from '../shared/now.ts';
import { errorOf, isEnd, partsOf } from './run-archive.ts';
import type { RunArchiveStore } from './run-archive-store.ts';

export type EndedRun = { runId: string; caseId: string; status: string; startedAt: Instant; stoppedAt: Instant };
/** A page of a history, as Step Functions hands it out; undefined when it does not know the run. */
export type HistoryPages = (
  nextToken?: string,
) => Promise<{ events?: HistoryEvent[] | undefined; nextToken?: string | undefined } | undefined>;

/** The end of a run is not in its history yet; asking again in a while will show it. */
export class RunHistoryIncomplete extends Error {
  override readonly name = 'RunHistoryIncomplete';
}

/**
 * Keeps the whole history of a run that has ended, page by page, so that a history of any size takes the memory of one
 * page. Interrupted anywhere, doing it again completes it; done again, it changes nothing.
 * @throws RunHistoryIncomplete
 */
export async function archiveRun(
  { archive, history }: { archive: RunArchiveStore; history: HistoryPages },
  run: EndedRun,
): Promise<void> {
  const { caseId, runId, ...ended } = run;
  if (await archive.find(caseId, runId)) return;
  let events = 0;
  let last: HistoryEvent | undefined;
  let nextToken: string | undefined;
  do {
    const page = await history(nextToken);
    for (const part of partsOf(page?.events ?? [], events + 1)) await archive.putPart(caseId, runId, part);
    events += page?.events?.length ?? 0;
    last = page?.events?.at(-1) ?? last;
    nextToken = page?.nextToken;
  } while (nextToken);
  if (!last || !isEnd(last)) throw new RunHistoryIncomplete(`The history of ${runId} ends with ${last?.type}`);
  await archive.complete(caseId, { runId, ...ended, error: errorOf(last), events });
}
