import type { AccountSystem } from '../functions/shared/account-system.ts';
import { allow } from './constructs/handler-function.ts';
import type { Part } from './functions.ts';
import type { ServiceWorld } from './service-world.ts';
import type { Uses } from './uses.ts';

export type AccountUse = NonNullable<Uses['ACCOUNT_SYSTEM']>;

/** What each takes in the reference ledger. */
export const inLedger = {
  list: ['Query'],
  freeze: ['GetItem', 'UpdateItem'],
  unfreeze: ['GetItem', 'UpdateItem'],
} as const;

/** The right to what the row does with accounts, in the reference ledger or in the bank's own system. */
export function accountSystemPart(use: AccountUse, { stage, tables }: ServiceWorld): Part {
  const table = tables.LEDGER_TABLE;
  const environment = (system: AccountSystem) => ({ ACCOUNT_SYSTEM: JSON.stringify(system) });
  const { accountSystem: chosen } = stage;
  if (chosen.kind === 'reference') {
    const actions = [...new Set(use.flatMap((one) => inLedger[one]))].map((action) => `dynamodb:${action}`);
    return {
      environment: environment({ table: table.tableName }),
      permissions: [allow(actions, [table.tableArn])],
    };
  }
  const { url, signingKey } = chosen;
  return {
    environment: environment({ table: table.tableName, bank: { url, signingKey } }),
    permissions: [
      allow(['secretsmanager:GetSecretValue'], [chosen.signingKey]),
      // Whether the bank answers stands beside the reference ledger, which is empty then.
      allow(['dynamodb:GetItem', 'dynamodb:PutItem'], [table.tableArn]),
    ],
  };
}
