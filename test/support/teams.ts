import type { Teams } from '../../functions/policy/policy.ts';
import type { Caller } from '../../functions/shared/caller.ts';

export const teams: Teams = [
  { team: 'cards', manager: 'mia', members: ['ann', 'amy'], next: 'fraud' },
  { team: 'fraud', manager: 'max', members: ['ben'], next: 'disputes' },
  { team: 'disputes', manager: 'max', members: ['ben'] },
  { team: 'complaints', manager: 'mia', members: ['ann', 'amy'] },
  { team: 'operations', manager: 'omid', members: ['olga'] },
];

export const ann: Caller = { id: 'ann', roles: ['agent'] };
export const ben: Caller = { id: 'ben', roles: ['agent'] };
export const mia: Caller = { id: 'mia', roles: ['manager'] };
export const adam: Caller = { id: 'adam', roles: ['admin'] };
