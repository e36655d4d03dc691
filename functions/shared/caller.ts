import * as z from 'zod/mini';
import { PersonId } from './ids.ts';

export const Role = z.enum(['customer', 'agent', 'manager', 'auditor', 'admin', 'service']);
export type Role = z.infer<typeof Role>;

/** On whose objects a role may use a route: the caller's own, those of their teams, or all. */
export const Scope = z.enum(['own', 'team', 'any']);
export type Scope = z.infer<typeof Scope>;

/** Who may call a route, as the route table says it. */
export const Callers = z.partialRecord(Role, Scope);
export type Callers = z.infer<typeof Callers>;

export type Caller = { id: string; roles: Role[] };

/**
 * An HTTP API hands a list in a claim to the function as one text, `[agent manager]`. Whoever has an id that no
 * history could hold has no role here.
 */
export function callerFrom(claims: Record<string, unknown>, rolesClaim: string): Caller {
  const listed = String(claims[rolesClaim] ?? '').replace(/^\[|\]$/g, '');
  const roles = listed.split(/[\s,]+/).flatMap((name) => {
    const role = Role.safeParse(name);
    return role.success ? [role.data] : [];
  });
  const id = String(claims.sub ?? '');
  return { id, roles: PersonId.safeParse(id).success ? roles : [] };
}

/** The widest scope that any of the caller's roles has here; undefined when none may call at all. */
export function scopeOf(caller: Caller, callers: Callers): Scope | undefined {
  const scopes = caller.roles.map((role) => callers[role]);
  return (['any', 'team', 'own'] as const).find((scope) => scopes.includes(scope));
}
