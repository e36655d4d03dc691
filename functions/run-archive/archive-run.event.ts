import * as z from 'zod/mini';
import { runHistory } from '../case/case-workflow.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { instant } from '../shared/now.ts';
import { archiveRun } from './archive-run.ts';
import { runArchiveStore } from './run-archive-store.ts';

// Step Functions tells the event bus of every run that has ended: its history is kept, as Step Functions forgets it
const env = readEnv(
  'RUN_ARCHIVE_TABLE',
  ...(['CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN', 'INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN'] as const),
);
const archive = runArchiveStore(dynamo(), env.RUN_ARCHIVE_TABLE);
const client = sfn();
const Ended = { executionArn: z.string(), name: z.string(), status: z.string() };
const RunEnded = z.object({ detail: z.object({ ...Ended, startDate: z.number(), stopDate: z.number() }) });

export const handler = async (event: unknown): Promise<void> => {
  const { executionArn, name: runId, status, startDate, stopDate } = RunEnded.parse(event).detail;
  const caseId = runId.slice(0, runId.indexOf('-'));
  const history = (nextToken?: string) => runHistory(client, executionArn, { nextToken, maxResults: 1000 });
  const run = { caseId, runId, status, startedAt: instant(startDate), stoppedAt: instant(stopDate) };
  await archiveRun({ archive, history }, run);
};
