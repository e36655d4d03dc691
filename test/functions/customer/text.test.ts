import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { commitmentOf, textIdOf } from '../../../functions/customer/text.ts';
import { vaultStore } from '../../../functions/customer/vault-store.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const vault = vaultStore(db, tableNames.VAULT_TABLE);
const stored = async (personId: string, textId: string) => {
  const Key = { personId: { S: personId }, sk: { S: `text#${textId}` } };
  const { Item } = await db.send(new GetItemCommand({ TableName: tableNames.VAULT_TABLE, Key }));
  return { text: Item?.text?.S ?? '', salt: Item?.salt?.S ?? '' };
};

describe('what somebody wrote', () => {
  test('is kept in the vault, and what refers to it says nothing of it', async () => {
    const reference = await vault.keepText('cus_amir', 'note_1', 'he cried');
    expect(reference).toMatch(/^note_1\.[0-9a-f]{64}$/);
    expect(await vault.text('cus_amir', reference)).toBe('he cried');
    expect(await vault.text('cus_anna', reference)).toBeUndefined();
  });

  test('can be proved never to have been changed', async () => {
    const reference = await vault.keepText('cus_amir', 'note_2', 'as it was');
    const { text, salt } = await stored('cus_amir', 'note_2');
    expect(reference).toBe(`note_2.${commitmentOf({ text, salt })}`);
    expect(reference).not.toBe(`note_2.${commitmentOf({ text: 'as it was not', salt })}`);
  });

  test('cannot be guessed from its commitment: the same words give another one each time', async () => {
    const one = await vault.keepText('cus_amir', 'note_3', 'yes');
    const other = await vault.keepText('cus_amir', 'note_4', 'yes');
    expect(one.split('.')[1]).not.toBe(other.split('.')[1]);
  });

  test('is kept once when the same request comes again, with the same reference', async () => {
    const first = await vault.keepText('cus_amir', 'note_5', 'once');
    expect(await vault.keepText('cus_amir', 'note_5', 'once')).toBe(first);
    expect(textIdOf(first)).toBe('note_5');
  });

  test('has the numbers of cards masked before it is kept', async () => {
    const reference = await vault.keepText('cus_amir', 'note_6', 'Card ۴۱۱۱ ۱۱۱۱ ۱۱۱۱ ۱۱۱۱ is gone');
    expect(await vault.text('cus_amir', reference)).toBe('Card •••• •••• •••• ۱۱۱۱ is gone');
  });
});
