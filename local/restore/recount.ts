import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { stageNamed } from '../../infra/stages.ts';
import { localTables } from '../audit/local-tables.ts';
import { rebuildRollUps } from './rebuild-rollups.ts';

// npm run rebuild-rollups [-- --events TABLE --views TABLE --policies TABLE --time-zone ZONE]: the reports counted anew
// from the events; in the local cloud that `npm start` runs, or with names in the account of the environment
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { events: text, views: text, policies: text, 'time-zone': text } });
const { events, views, policies, 'time-zone': zone = stageNamed('dev').timeZone } = values;

async function local() {
  const { db, nameOf } = await localTables();
  return { db, names: { events: nameOf('CaseEvents'), views: nameOf('CaseViews'), policies: nameOf('Policies') } };
}

try {
  const named = events && views && policies && { db: new DynamoDBClient({}), names: { events, views, policies } };
  const { db, names } = named || (await local());
  const began = performance.now();
  const { removed, results, days } = await rebuildRollUps(db, names, zone);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${results} results on ${days} days counted anew, ${removed} that no event accounts for removed, in ${seconds} s`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
