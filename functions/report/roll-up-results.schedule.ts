import { caseStore } from '../case/case-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { minute, now } from '../shared/now.ts';
import { readClocks } from '../sla/sla-clock.ts';
import { slaEventsOf } from '../sla/sla-event.ts';
import { slaPolicies } from '../sla/sla-policies.ts';
import { ballotStore } from '../survey/ballot-store.ts';
import { countBallots } from './count-ballots.ts';
import { newsStore } from './news-store.ts';
import { resultStore } from './result-store.ts';
import type { ResultWorld } from './results-of.ts';
import { rollUp } from './roll-up.ts';

// Every hour: counts what is new
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'POLICIES_TABLE', 'TIME_ZONE');
const db = dynamo();
const policiesNow = slaPolicies(versionStore(db, env.POLICIES_TABLE));
const { history } = caseStore(db, env.CASE_EVENTS_TABLE);
const news = newsStore(db, env.CASE_VIEWS_TABLE);
const results = resultStore(db, env.CASE_VIEWS_TABLE, env.TIME_ZONE);
const crowds = { ballots: ballotStore(db, env.CASE_VIEWS_TABLE), results, timeZone: env.TIME_ZONE };

const reading = async () => {
  const policies = await policiesNow();
  const readSla: ResultWorld['readSla'] = (events, at) => readClocks(slaEventsOf(events, policies), at);
  return { timeZone: env.TIME_ZONE, readSla };
};

export const handler = async () => {
  const until = Date.now() + 4 * minute;
  const world = { history, news, results, reading };
  return { ...(await rollUp(world, () => Date.now() < until)), ...(await countBallots(crowds, now())) };
};
