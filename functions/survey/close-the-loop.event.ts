import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo, sfn } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { now } from '../shared/now.ts';
import { closeTheLoop, type LoopEvent } from './close-the-loop.ts';
import { rulesStore } from './rules-store.ts';
import { surveyWorkflow } from './survey-workflow.ts';

// What this service itself tells the event bus: a survey was answered, a recovery ended
const env = readEnv('CASE_EVENTS_TABLE', 'POLICIES_TABLE', 'SURVEY_WORKFLOW_ARN');
const db = dynamo();
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  rules: rulesStore(versionStore(db, env.POLICIES_TABLE)),
  surveys: surveyWorkflow(sfn(), env.SURVEY_WORKFLOW_ARN),
};
const about = { at: z.string(), caseId: CaseId, cycle: z.int() };
const Told = z.discriminatedUnion('detail-type', [
  z.object({
    'detail-type': z.literal('survey.responded'),
    detail: z.object({ ...about, round: z.int(), detractor: z.boolean() }),
  }),
  z.object({ 'detail-type': z.literal('recovery.ended'), detail: z.object({ ...about, outcome: z.string() }) }),
]);

export const handler = async (event: unknown): Promise<void> => {
  const { 'detail-type': type, detail } = Told.parse(event);
  await closeTheLoop(world, { type, ...detail } as LoopEvent, now());
};
