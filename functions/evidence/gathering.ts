import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SFNClient } from '@aws-sdk/client-sfn';
import { rootLogStore } from '../audit/root-log-store.ts';
import { caseStore } from '../case/case-store.ts';
import { knownRuns } from '../case/case-workflow.ts';
import { machinesOf, runArns } from '../case/runs.ts';
import { contactStore } from '../customer/contact-store.ts';
import { personStore } from '../customer/person-store.ts';
import { versionStore } from '../policy/version-store.ts';
import { runArchiveStore } from '../run-archive/run-archive-store.ts';
import { slaPolicies } from '../sla/sla-policies.ts';
import { gatheredStore } from './gathered-store.ts';
import { wantedStore } from './wanted-store.ts';

type Named = Record<
  | `${'CASE_EVENTS' | 'CASE_VIEWS' | 'VAULT' | 'RUN_ARCHIVE' | 'ROOTS' | 'POLICIES'}_TABLE`
  | `${'CASE' | 'COMPLAINT' | 'INVESTIGATION' | 'SURVEY'}_WORKFLOW_ARN`,
  string
>;

/** What those need who put evidence together. */
export function gathering(env: Named, db: DynamoDBClient, client: SFNClient) {
  return {
    cases: caseStore(db, env.CASE_EVENTS_TABLE),
    people: personStore(db, env.VAULT_TABLE),
    contacts: contactStore(db, env.VAULT_TABLE),
    archive: runArchiveStore(db, env.RUN_ARCHIVE_TABLE),
    roots: rootLogStore(db, env.ROOTS_TABLE),
    policies: slaPolicies(versionStore(db, env.POLICIES_TABLE)),
    wanted: wantedStore(db, env.CASE_VIEWS_TABLE),
    gathered: gatheredStore(db, env.VAULT_TABLE),
    ...knownRuns(client, (runId) => runArns(machinesOf(env), runId)),
  };
}
