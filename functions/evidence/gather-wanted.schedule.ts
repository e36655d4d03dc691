import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { gatherWanted } from './gather-wanted.ts';
import { gathering } from './gathering.ts';

// Every hour: evidence that somebody asked for and the event bus did not tell of, and what is there for long enough
const env = readEnv(
  ...(['CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'VAULT_TABLE', 'RUN_ARCHIVE_TABLE', 'ROOTS_TABLE'] as const),
  ...(['POLICIES_TABLE', 'CASE_WORKFLOW_ARN', 'COMPLAINT_WORKFLOW_ARN'] as const),
  ...(['INVESTIGATION_WORKFLOW_ARN', 'SURVEY_WORKFLOW_ARN'] as const),
);
const world = gathering(env, dynamo(), sfn());

export const handler = () => gatherWanted(world, now());
