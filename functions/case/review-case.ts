import type { AccountGateway } from '../account/account.ts';
import { after, day } from '../shared/now.ts';
import { type Case, isLive } from './case.ts';
import type { CaseFact, Finding } from './case-fact.ts';
import type { CaseStore, Change } from './case-store.ts';
import { applyRules, type RuleSet } from './review-rules.ts';

/**
 * Reviews customer, cards and transactions by the rules, once: a second review changes nothing.
 * @returns how many transactions a person has to look at
 * @throws AccountServiceUnavailable
 */
export async function reviewCase(
  cases: CaseStore,
  bank: AccountGateway,
  rules: RuleSet,
  { caseId, cycle }: { caseId: string; cycle?: number | undefined },
  change: Change,
): Promise<{ findings: number }> {
  const before = await cases.load(caseId);
  if (!isLive(before, cycle)) return { findings: 0 };
  if (before.findings) return { findings: before.findings.length };
  const { home, accounts } = await bank.holdings(before.customerId);
  const since = after(change.at, -rules.baselineDays * day);
  const bookings = await Promise.all(accounts.map((account) => bank.transactions(account.accountId, since)));
  const transactions = bookings.flat();
  const findings = applyRules(rules, { transactions, home, at: before.openedAt });
  const current = await cases.change(caseId, change, recordReview(rules.version, transactions.length, findings));
  return { findings: current.findings?.length ?? 0 };
}

/** A payment that fraud detection pointed at is looked at, whatever the rules say of it. */
export const recordReview =
  (ruleSet: string, transactions: number, findings: Finding[]) =>
  (current: Case): CaseFact[] => {
    if (current.findings || !isLive(current)) return [];
    const known = new Set(current.tasks.flatMap((task) => task.concerns ?? []));
    const missed =
      current.type === 'suspicious-payment' && !findings.some((one) => one.transactionId === current.subject);
    const pointed: Finding[] = missed
      ? [{ transactionId: current.subject, rule: 'flagged-by-detection', department: 'fraud' }]
      : [];
    // What a department looked at in an earlier cycle, it is not asked again.
    const found = [...pointed, ...findings].filter((one) => !known.has(one.transactionId));
    return [{ kind: 'case-reviewed', data: { ruleSet, transactions, findings: found } }];
  };
