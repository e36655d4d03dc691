import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { caseStore } from '../../functions/case/case-store.ts';
import { vaultStore } from '../../functions/customer/vault-store.ts';
import { versionStore } from '../../functions/policy/version-store.ts';
import { contactLedgerStore } from '../../functions/survey/contact-ledger-store.ts';
import { definitionStore } from '../../functions/survey/definition-store.ts';
import { samplingStore } from '../../functions/survey/sampling-store.ts';
import { type SurveyRules, shippedRules } from '../../functions/survey/survey-rules.ts';
import { tableNames } from './tables.ts';

/** Everything that decides whether a customer is asked, with rules of its own. */
export function askWorld(db: DynamoDBClient, rules: Partial<SurveyRules> = {}) {
  const versions = versionStore(db, tableNames.POLICIES_TABLE);
  return {
    cases: caseStore(db, tableNames.CASE_EVENTS_TABLE),
    vault: vaultStore(db, tableNames.VAULT_TABLE),
    rules: { inForce: async () => ({ ...shippedRules, ...rules }) },
    definitions: definitionStore(versions),
    sampling: samplingStore(db, tableNames.VAULT_TABLE, versions),
    ledger: contactLedgerStore(db, tableNames.VAULT_TABLE),
    teams: async () => [],
  };
}
