import type { ExecutionListItem } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { CaseId } from '../shared/ids.ts';
import { PageQuery } from '../shared/page.ts';

export const RunMachine = z.enum(['case', 'complaint', 'investigation', 'survey']);
export const RunStatus = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']);

export const AllRunsQuery = z.strictObject({
  ...PageQuery,
  machine: z._default(RunMachine, 'case'),
  status: z.optional(RunStatus),
});

/** A run as a list shows it; the case is in its name. */
export function runInList({ name: runId = '', status, startDate, stopDate }: ExecutionListItem) {
  const caseId = CaseId.safeParse(runId.split('-')[0]);
  return {
    runId,
    ...(caseId.success && { caseId: caseId.data }),
    status,
    startedAt: startDate?.toISOString(),
    ...(stopDate && { stoppedAt: stopDate.toISOString() }),
  };
}
