import type { Instant } from '../shared/now.ts';
import type { RunArchiveStore } from './run-archive-store.ts';

export type DescribedRun = {
  status?: string | undefined;
  startDate?: Date | undefined;
  stopDate?: Date | undefined;
  error?: string | undefined;
};
export type RunSummary = {
  runId: string;
  status: string;
  startedAt: Instant;
  stoppedAt?: Instant | undefined;
  error?: string | undefined;
};

/** How a run stands, from Step Functions or, when it knows the run no more, from the archive. */
export async function describeRun(
  { archive, describe }: { archive: RunArchiveStore; describe: (runId: string) => Promise<DescribedRun | undefined> },
  caseId: string,
  runId: string,
): Promise<RunSummary | undefined> {
  const run = await describe(runId);
  if (run) {
    const { status = '', startDate, stopDate, error } = run;
    return { runId, status, startedAt: startDate?.toISOString() ?? '', stoppedAt: stopDate?.toISOString(), error };
  }
  const kept = await archive.find(caseId, runId);
  if (!kept) return undefined;
  const { events: _, ...summary } = kept;
  return summary;
}
