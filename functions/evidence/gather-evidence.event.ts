import * as z from 'zod/mini';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { now } from '../shared/now.ts';
import { gatherOne } from './gather-wanted.ts';
import { gathering } from './gathering.ts';

// What this service itself tells the event bus: somebody waits for the evidence of a case
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'RUN_ARCHIVE_TABLE', 'ROOTS_TABLE'] as const),
  ...(['POLICIES_TABLE', 'CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN'] as const),
  ...(['INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN'] as const),
);
const world = gathering(env, dynamo(), sfn());
const Told = z.object({ detail: z.object({ caseId: CaseId }) });

export const handler = (event: unknown) => gatherOne(world, Told.parse(event).detail.caseId, now());
