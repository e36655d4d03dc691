import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { localTables } from '../audit/local-tables.ts';
import { rebuildViews } from './rebuild-views.ts';

// npm run rebuild-views [-- --events TABLE --views TABLE]: the lists of cases and tasks anew from the events; in the local
// cloud that `npm start` runs, or with names in the account of the environment
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const { values } = parseArgs({ options: { events: { type: 'string' }, views: { type: 'string' } } });
const { events, views } = values;

async function local() {
  const { db, nameOf } = await localTables();
  return { db, names: { events: nameOf('CaseEvents'), views: nameOf('CaseViews') } };
}

try {
  const { db, names } = events && views ? { db: new DynamoDBClient({}), names: { events, views } } : await local();
  const began = performance.now();
  const { removed, cases, tasks } = await rebuildViews(db, names);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${removed} rows removed; ${cases} cases and ${tasks} tasks made from their events in ${seconds} s`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
