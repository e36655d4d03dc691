import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { reconciliationStore } from './reconciliation-store.ts';

// GET /reconciliation: what did not fit when cases and runs were last held against each other
const env = readEnv('CASE_VIEWS_TABLE');
const reports = reconciliationStore(dynamo(), env.CASE_VIEWS_TABLE);

export const handler = api({}, async () => {
  const {
    checkedUpTo: _,
    roundBegan: __,
    ...report
  } = (await reports.load()) ?? {
    open: 0,
    live: 0,
    repaired: [],
    failed: [],
    checkedUpTo: '',
  };
  return { body: report };
});
