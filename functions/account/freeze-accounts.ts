import { type Case, isLive } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { CaseStore, Change } from '../case/case-store.ts';
import { FreezeIncomplete } from '../shared/errors.ts';
import { CardId } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
import type { AccountGateway } from './account.ts';

type Step = { caseId: string; cycle?: number | undefined };

/**
 * Freezes every account and card of the customer at once, and records what is done, so that whoever tries again
 * freezes only what is left. What was planned stays planned, though the account system lists it no more. Never silently partial: what is not frozen ends in an error.
 * @throws AccountServiceUnavailable when asking again may help, FreezeIncomplete when it will not
 */
export async function freezeAccounts(
  cases: CaseStore,
  bank: AccountGateway,
  { caseId, cycle }: Step,
  change: Omit<Change, 'command'>,
  now: () => Instant,
): Promise<{ accounts: number; cards: number }> {
  const before = await cases.load(caseId);
  if (!isLive(before, cycle) || isFreezingOver(before)) return { accounts: 0, cards: 0 };
  const { customerId, subject, freeze } = before;
  const { accounts, cards } = await bank.holdings(customerId);
  const held = [...accounts.map((account) => account.accountId), ...cards.map((card) => card.cardId)];
  const reported = CardId.safeParse(subject).success ? [subject] : [];
  const targets = [...new Set([...reported, ...held, ...Object.keys(freeze)])];
  if (targets.length === 0) throw new FreezeIncomplete([`all of ${customerId}`]);
  const planned = await cases.change(caseId, change, planFreeze(targets));
  if (!isLive(planned, cycle)) return { accounts: 0, cards: 0 };

  const left = targets.filter((target) => !isSeenTo(planned.freeze[target]));
  const tries = await Promise.allSettled(left.map((target) => bank.freeze(customerId, target, caseId)));
  const facts = tries.flatMap((tried, index): CaseFact[] => {
    const target = left[index] as string;
    if (tried.status === 'rejected') return [];
    if (tried.value === 'frozen') return [{ kind: 'frozen', data: { target } }];
    return [{ kind: 'freeze-refused', data: { target, reason: 'unknown-to-the-account-system' } }];
  });
  const current = await cases.change(
    caseId,
    { ...change, at: now() },
    recordFreeze(facts, { accounts: accounts.length, cards: cards.length }),
  );

  const failed = tries.find((tried) => tried.status === 'rejected');
  if (failed) throw failed.reason;
  const refused = targets.filter((target) => current.freeze[target] === 'refused');
  if (refused.length > 0) throw new FreezeIncomplete(refused);
  return { accounts: accounts.length, cards: cards.length };
}

/** What two people agreed to unfreeze is not frozen again by a repetition. */
const isSeenTo = (state: Case['freeze'][string] | undefined): boolean => state === 'frozen' || state === 'unfrozen';

/** A card that was issued since, after everything was frozen, is not frozen by a case that is taken up again. */
const isFreezingOver = ({ cycle, frozenAt, settled }: Case): boolean =>
  cycle > 1 && (!!frozenAt || settled.includes('freeze-accounts'));

/** What has to be frozen stands in the history before anything is; a card issued meanwhile joins on the next try. */
export const planFreeze =
  (targets: string[]) =>
  (current: Case): CaseFact[] => {
    if (!isLive(current)) return [];
    const unplanned = targets.filter((target) => current.freeze[target] === undefined);
    return unplanned.length > 0 ? [{ kind: 'freeze-planned', data: { targets: unplanned } }] : [];
  };

/** Records what was not recorded yet, and the completion with the last of it. */
export const recordFreeze =
  (facts: CaseFact[], total: { accounts: number; cards: number }) =>
  (current: Case): CaseFact[] => {
    const news = facts.filter((fact) => {
      if (fact.kind === 'frozen') return current.freeze[fact.data.target] !== 'frozen';
      return fact.kind === 'freeze-refused' && current.freeze[fact.data.target] === 'planned';
    });
    const frozen = new Set(news.flatMap((fact) => (fact.kind === 'frozen' ? [fact.data.target] : [])));
    const complete = Object.entries(current.freeze).every(([target, state]) => isSeenTo(state) || frozen.has(target));
    return complete && !current.frozenAt && isLive(current)
      ? [...news, { kind: 'freeze-completed', data: total }]
      : news;
  };
