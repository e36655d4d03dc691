import type { Callers } from '../functions/shared/caller.ts';
import type { Uses } from './uses.ts';

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  /** The file below functions/ that answers it, without `.api.ts`. */
  entry: string;
  /** Who may call it and on whose objects, or `public`: whoever has the link. */
  callers: Callers | 'public';
  uses: Uses;
  /** Machines whose waiting runs it may give an answer to. */
  answers?: readonly ('case' | 'complaint' | 'investigation' | 'survey')[];
};

// Whoever works on cases, on all of them; those who do so within their teams; those who decide; and those who look.
export const staff: Callers = { agent: 'any', manager: 'any', admin: 'any' };
export const workers: Callers = { agent: 'team', manager: 'any', admin: 'any' };
export const managers: Callers = { manager: 'any', admin: 'any' };
export const readers: Callers = { ...staff, auditor: 'any' };
