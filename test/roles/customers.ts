import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { customerRecordStore } from '../../functions/customer/customer-record-store.ts';
import { vaultStore } from '../../functions/customer/vault-store.ts';
import { newId } from '../../functions/shared/ids.ts';
import { monday } from '../support/given.ts';
import { amir } from '../support/mail-world.ts';
import { tableNames } from '../support/tables.ts';
import { type Actor, actors, type Relation } from './matrix.ts';

/** Makes a person who stands to the caller as the relation says; for somebody who decides, an erasure was asked for. */
export function customersOver(db: DynamoDBClient) {
  const vault = vaultStore(db, tableNames.VAULT_TABLE);
  const records = customerRecordStore(db, tableNames.CUSTOMER_RECORDS_TABLE);

  return async function customerFor(path: string, relation: Relation, actor: Actor): Promise<string> {
    const personId: string = relation === 'own' ? actors[actor].id : newId('cus');
    if (relation === 'unknown') return personId;
    await vault.putContact(personId, amir);
    if (path.endsWith('/decide')) {
      const data = { erasureId: `${personId}.erasure.1`, reason: 'asked-by-the-person' } as const;
      await records.change(personId, { by: 'amy', at: monday }, () => ({ kind: 'erasure-requested', data }));
    }
    return personId;
  };
}
