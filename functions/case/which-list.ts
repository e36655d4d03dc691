import type { Caller, Scope } from '../shared/caller.ts';
import { InvalidRequest } from '../shared/errors.ts';

type Wish = { status?: string | undefined; customer?: string | undefined; team?: string | undefined };

/**
 * Which list of cases is asked for: one of status, customer and team; a customer's own whatever is asked.
 * Nothing asked for is all that is open.
 * @throws InvalidRequest
 */
export function whichList(wish: Wish, by: { caller: Caller; scope: Scope }): ['status' | 'customer' | 'team', string] {
  if (by.scope === 'own') return ['customer', by.caller.id];
  const named = (['status', 'customer', 'team'] as const).flatMap(
    (list): ['status' | 'customer' | 'team', string][] => {
      const of = wish[list];
      return of ? [[list, of]] : [];
    },
  );
  if (named.length > 1) {
    const message = 'can not be combined: ask by one of status, customer and team';
    throw new InvalidRequest(named.map(([field]) => ({ field, message })));
  }
  return named[0] ?? ['status', 'open'];
}
