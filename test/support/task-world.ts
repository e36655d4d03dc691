import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { caseStore } from '../../functions/case/case-store.ts';
import { vaultStore } from '../../functions/customer/vault-store.ts';
import { newId } from '../../functions/shared/ids.ts';
import { waitStore } from '../../functions/task/wait-store.ts';
import * as f from './facts.ts';
import { monday } from './given.ts';
import { stepFunctions } from './step-functions.ts';
import { tableNames } from './tables.ts';

/** The stores that tasks and waits live in, over one client, and the runs that wait. */
export const taskWorld = (db: DynamoDBClient, runs = stepFunctions()) => ({
  cases: caseStore(db, tableNames.CASE_EVENTS_TABLE),
  vault: vaultStore(db, tableNames.VAULT_TABLE),
  waits: waitStore(db, tableNames.CASE_VIEWS_TABLE),
  runs: runs.client,
});

/** Opens a case over the tables and tells its id. */
export async function openedCase({ cases }: Pick<ReturnType<typeof taskWorld>, 'cases'>): Promise<string> {
  const caseId = newId('case');
  await cases.change(caseId, { by: 'app', at: monday, brandNew: true }, () => [f.opened]);
  return caseId;
}
