import { isIn, mustManage, type Teams } from '../policy/policy.ts';
import type { Caller } from '../shared/caller.ts';
import { InvalidRequest } from '../shared/errors.ts';
import type { Case } from './case.ts';
import type { CaseFact } from './case-fact.ts';
import { mustBeOpen } from './must-be-open.ts';

/**
 * Somebody of the case's team answers for the whole of it: anyone takes on what nobody has, its manager decides else.
 * @throws CaseIsClosed, ManagerNeeded, InvalidRequest for somebody of another team
 */
export const assignOwner =
  (owner: string, caller: Caller, teams: Teams) =>
  (current: Case): CaseFact[] => {
    mustBeOpen(current);
    const { team } = current;
    if (current.owner === owner) return [];
    if (current.owner || owner !== caller.id) mustManage(teams, team, caller);
    if (!isIn(teams, team, owner)) throw new InvalidRequest([{ field: 'owner', message: `must be of team ${team}` }]);
    return [{ kind: 'owner-assigned', data: { owner } }];
  };
