import type { Caller } from '../../functions/shared/caller.ts';
import { table } from './table.ts';

/** One of each role; team cards is ann's, and mia its manager. */
export const actors = {
  customer: { id: 'carl', roles: ['customer'] },
  agent: { id: 'ann', roles: ['agent'] },
  manager: { id: 'mia', roles: ['manager'] },
  auditor: { id: 'aud', roles: ['auditor'] },
  admin: { id: 'adam', roles: ['admin'] },
  service: { id: 'svc', roles: ['service'] },
  nobody: { id: 'nil', roles: [] },
} as const satisfies Record<string, { id: string; roles: readonly Caller['roles'][number][] }>;
export type Actor = keyof typeof actors;

export const relations = ['none', 'own', 'others', 'own-team', 'other-team', 'unknown'] as const;
export type Relation = (typeof relations)[number];
export type Cell = { route: string; relation: Relation; actor: Actor; status: number };

/** Which relations an object of a path can have to a caller: each of them has to be in the table. */
export function relationsOf(path: string): readonly Relation[] {
  if (path.includes('{caseId}')) return ['own', 'others', 'own-team', 'other-team', 'unknown'];
  if (path.includes('{taskId}')) return ['own', 'others', 'own-team', 'other-team', 'unknown'];
  if (path.includes('{approvalId}')) return ['own', 'others', 'other-team', 'unknown'];
  if (path.includes('{team}')) return ['own-team', 'other-team', 'unknown'];
  if (path.includes('{personId}')) return ['own', 'others', 'unknown'];
  if (path.includes('{token}')) return ['own', 'unknown'];
  if (path === '/cases') return ['own', 'others'];
  return path === '/tasks' ? ['none', 'own-team', 'other-team'] : ['none'];
}

/** The table as its cells. */
export const cells: Cell[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [method, path, related = '', ...statuses] = line.split(/ +/);
    return related.split(',').flatMap((relation) =>
      Object.keys(actors).map((actor, index) => ({
        route: `${method} ${path}`,
        relation: relation as Relation,
        actor: actor as Actor,
        status: Number(statuses[index]),
      })),
    );
  });
