import type { AccountGateway } from '../account/account.ts';
import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { CaseStore, Change } from '../case/case-store.ts';
import { AccountServiceUnavailable } from '../shared/errors.ts';
import { log } from '../shared/log.ts';
import { UnfreezeIncomplete } from '../shared/refusals.ts';
import { askAPerson } from '../task/ask-a-person.ts';
import { isUnpaid, stillFrozen } from './approval.ts';

export type CarryOutWorld = { cases: CaseStore; bank: Pick<AccountGateway, 'unfreeze'> };
type By = Pick<Change, 'by' | 'at'>;

/**
 * Does all that was approved for a case and is not done yet, and records what is done, so that whoever tries again
 * does only what is left.
 * @throws AccountServiceUnavailable when asking again may help, UnfreezeIncomplete when it will not
 */
export async function carryOut({ cases, bank }: CarryOutWorld, caseId: string, change: By): Promise<Case> {
  const before = await cases.change(caseId, change, grantGoodwill);
  const holds = holdsToLift(before);
  const tries = await Promise.allSettled(holds.map(({ target }) => bank.unfreeze(before.customerId, target, caseId)));
  const results = tries.map((tried) => (tried.status === 'fulfilled' ? tried.value : 'failed'));
  const lifted = holds.filter((_, index) => results[index] === 'unfrozen').map(({ target }) => target);
  const current = await cases.change(caseId, change, recordUnfrozen(lifted));
  const failed = tries.find((tried) => tried.status === 'rejected');
  if (failed) throw failed.reason;
  const unknown = holds.filter((_, index) => results[index] === 'unknown').map(({ target }) => target);
  if (unknown.length > 0) throw new UnfreezeIncomplete(unknown);
  return current;
}

/** Carries out what was approved; what the account system will not do becomes a task of operations, once for `askedAt`. */
export async function carryOutOrAsk(world: CarryOutWorld, caseId: string, change: By, askedAt: string): Promise<void> {
  try {
    await carryOut(world, caseId, change);
  } catch (error) {
    if (!(error instanceof AccountServiceUnavailable || error instanceof UnfreezeIncomplete)) throw error;
    log.warn('UNFREEZING_HANDED_TO_A_PERSON', { caseId, error: error.name });
    await world.cases.change(caseId, change, askAPerson('unfreeze-accounts', askedAt, change.at));
  }
}

const holdsToLift = (current: Case): { target: string; approvalId: string }[] =>
  current.approvals.flatMap((approval) =>
    stillFrozen(current)(approval).map((target) => ({ target, approvalId: approval.approvalId })),
  );

export const recordUnfrozen =
  (lifted: string[]) =>
  (current: Case): CaseFact[] =>
    holdsToLift(current)
      .filter(({ target }) => lifted.includes(target))
      .map((data) => ({ kind: 'unfrozen', data }));

export const grantGoodwill = (current: Case): CaseFact[] =>
  current.approvals.flatMap(({ request, ...approval }): CaseFact[] => {
    if (request.action !== 'goodwill-payment' || !isUnpaid(current, { request, ...approval })) return [];
    const { action: _, ...payment } = request;
    return [{ kind: 'goodwill-granted', data: { ...payment, approvalId: approval.approvalId } }];
  });
