import type { Caller, Scope } from '../shared/caller.ts';
import { CustomerNotFound } from './refusals.ts';

/** Customers ask about themselves; anybody else is not there for them. @throws CustomerNotFound */
export function mustBeOwn(customerId: string, { caller, scope }: { caller: Caller; scope: Scope }): string {
  if (scope === 'own' && customerId !== caller.id) throw new CustomerNotFound(customerId);
  return customerId;
}
