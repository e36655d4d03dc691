import * as z from 'zod/mini';
import type { VaultStore } from '../customer/vault-store.ts';
import { idOf } from '../shared/ids.ts';

/** What a colleague writes about a decision. */
export const Note = z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000));

/** Keeps a note in the vault, where the customer's words are, before the decision. @returns what the fact refers to */
export async function keepNote(
  vault: VaultStore,
  customerId: string,
  note: string | undefined,
  command?: { id: string; hash: string },
): Promise<string | undefined> {
  if (!note) return undefined;
  return vault.keepText(customerId, idOf('note', command), note);
}
