import * as z from 'zod/mini';
import { caseStore } from '../case/case-store.ts';
import { observationStore } from '../observation/observation-store.ts';
import { unansweredPromises } from '../observation/unanswered-promises.ts';
import { policyStore } from '../policy/policy-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { CaseId } from '../shared/ids.ts';
import { now } from '../shared/now.ts';
import { countPromises } from './count-promises.ts';
import { listPromises } from './list-promises.ts';
import { promiseListStore } from './promise-list-store.ts';
import { slaPolicies } from './sla-policies.ts';

// What this service itself tells the event bus: the clocks of a case may have moved
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'OBSERVATIONS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const observations = observationStore(db, env.OBSERVATIONS_TABLE);
const world = {
  cases: caseStore(db, env.CASE_EVENTS_TABLE),
  list: promiseListStore(db, env.CASE_VIEWS_TABLE),
  policies: policyStore(db, env.POLICIES_TABLE),
  sla: slaPolicies(versionStore(db, env.POLICIES_TABLE)),
};
const Told = z.object({ detail: z.object({ caseId: CaseId, seq: z.int() }) });

export const handler = async (event: unknown): Promise<void> => {
  const { caseId, seq } = Told.parse(event).detail;
  const events = await listPromises(world, caseId, now());
  await countPromises(events, seq, world.sla);
  for (const found of unansweredPromises(events, await world.sla(), now())) await observations.note(found);
};
