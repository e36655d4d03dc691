import type { Teams } from '../policy/policy.ts';
import { InvalidRequest } from '../shared/errors.ts';
import type { Case } from './case.ts';
import type { CaseFact, TransferReason } from './case-fact.ts';
import { mustBeOpen } from './must-be-open.ts';

export type Transfer = { team: string; reason: TransferReason; noteId?: string | undefined };

/**
 * Another team goes on with the case, all that is known of it, and why it came. Where it is already changes nothing.
 * @throws CaseIsClosed, InvalidRequest for a team that there is not
 */
export const transferCase =
  ({ team, reason, noteId }: Transfer, teams: Teams) =>
  (current: Case): CaseFact[] => {
    mustBeOpen(current);
    if (!teams.some((one) => one.team === team)) {
      const message = `must be one of ${teams.map((one) => one.team).join(', ')}`;
      throw new InvalidRequest([{ field: 'team', message }]);
    }
    if (current.team === team) return [];
    return [{ kind: 'case-transferred', data: { from: current.team, to: team, reason, ...(noteId && { noteId }) } }];
  };
