import * as z from 'zod/mini';
import { versionStore } from '../policy/version-store.ts';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PolicyNotFound } from '../shared/errors.ts';
import { publishedSamples } from './sampling-store.ts';

// GET /policies/survey-samples/{period}: what was committed to, when, and the seed once the month is over
const env = readEnv('POLICIES_TABLE');
const samples = publishedSamples(versionStore(dynamo(), env.POLICIES_TABLE));
const path = z.object({ period: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)) });

export const handler = api({ path }, async ({ path: { period } }) => {
  const [committed, revealed] = await samples.versions(period);
  if (!committed) throw new PolicyNotFound(`survey-samples/${period}`);
  const { commitment } = committed.value;
  const seed = revealed && { seed: revealed.value.seed, revealedAt: revealed.at };
  return { body: { period, commitment, committedAt: committed.at, ...seed } };
});
