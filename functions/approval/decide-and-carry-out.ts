import type { Case } from '../case/case.ts';
import type { Change } from '../case/case-store.ts';
import type { Teams } from '../policy/policy.ts';
import type { Caller } from '../shared/caller.ts';
import { caseIdOf } from '../shared/ids.ts';
import { log } from '../shared/log.ts';
import { type CarryOutWorld, carryOut } from './carry-out.ts';
import { type Decided, decideApproval } from './decide-approval.ts';

/**
 * Decides, and carries out what was approved. Once the decision is in the history it counts: what cannot be carried
 * out now, the stream of events carries out.
 */
export async function decideAndCarryOut(
  world: CarryOutWorld,
  decided: Decided,
  change: Change,
  { caller, teams }: { caller: Caller; teams: Teams },
): Promise<Case> {
  const caseId = caseIdOf(decided.approvalId);
  const current = await world.cases.change(caseId, change, decideApproval(decided, caller, teams));
  if (decided.decision === 'rejected') return current;
  try {
    return await carryOut(world, caseId, { by: change.by, at: change.at });
  } catch (error) {
    log.warn('CARRYING_OUT_LEFT_TO_THE_STREAM', { caseId, reason: error instanceof Error ? error.name : typeof error });
    return current;
  }
}
