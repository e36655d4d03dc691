import { versionStore } from '../policy/version-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { keepSamples } from './keep-samples.ts';
import { samplingStore } from './sampling-store.ts';

// Twice a day: commits to the seeds that surveys are drawn by, and reveals them when their month is over
const env = readEnv('VAULT_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const samples = samplingStore(db, env.VAULT_TABLE, versionStore(db, env.POLICIES_TABLE));

export const handler = (): Promise<void> => keepSamples(samples, now());
