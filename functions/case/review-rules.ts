import type { Transaction } from '../account/account.ts';
import { day, hour, minute } from '../shared/now.ts';
import type { Finding } from './case-fact.ts';

type When =
  /** A booking over `factor` times the median of what this customer usually pays. */
  | { kind: 'far-above-usual'; factor: number }
  /** Paid in another country than the customer's own, where that is known. */
  | { kind: 'abroad' }
  /** The last of `count` payments with one card within `minutes`. */
  | { kind: 'rapid-series'; count: number; minutes: number }
  /** The same amount at the same merchant again within `hours`. */
  | { kind: 'charged-twice'; hours: number };

/** Which transactions a person must look at, as data: a change of the rules is a new version, kept with the finding. */
export type RuleSet = {
  version: string;
  /** How far back bookings are read, to know what is usual (days). */
  baselineDays: number;
  /** How far back a booking can be suspicious (days). */
  lookbackDays: number;
  rules: { id: string; department: Finding['department']; when: When }[];
};

export const reviewRules: RuleSet = {
  version: '2026-11-01',
  baselineDays: 90,
  lookbackDays: 14,
  rules: [
    { id: 'paid-abroad', department: 'fraud', when: { kind: 'abroad' } },
    { id: 'far-above-usual', department: 'fraud', when: { kind: 'far-above-usual', factor: 10 } },
    { id: 'rapid-series', department: 'fraud', when: { kind: 'rapid-series', count: 4, minutes: 10 } },
    { id: 'charged-twice', department: 'disputes', when: { kind: 'charged-twice', hours: 24 } },
  ],
};

export type Reviewed = { transactions: Transaction[]; home: string; at: string };

/** What the rules say of these bookings, oldest first; the first rule that matches a booking names its department. */
export function applyRules({ rules, lookbackDays }: RuleSet, { transactions, home, at }: Reviewed): Finding[] {
  const paid = transactions.filter((one) => one.amount > 0).sort(inOrder);
  const recent = paid.filter((one) => Date.parse(one.at) >= Date.parse(at) - lookbackDays * day);
  return recent.flatMap((transaction) => {
    const rule = rules.find(({ when }) => matches(when, transaction, paid, home));
    return rule ? [{ transactionId: transaction.transactionId, rule: rule.id, department: rule.department }] : [];
  });
}

// Bookings of the same moment have an order, too: the same bookings give the same findings.
const inOrder = (a: Transaction, b: Transaction): number =>
  Date.parse(a.at) - Date.parse(b.at) || (a.transactionId < b.transactionId ? -1 : 1);

function matches(when: When, one: Transaction, paid: Transaction[], home: string): boolean {
  const within = (milliseconds: number) => (other: Transaction) => {
    const age = Date.parse(one.at) - Date.parse(other.at);
    return other !== one && age >= 0 && age <= milliseconds;
  };
  switch (when.kind) {
    case 'abroad':
      return !!home && one.country !== home;
    case 'far-above-usual':
      return one.amount > when.factor * usual(paid, one.currency);
    case 'rapid-series': {
      const before = paid.filter(within(when.minutes * minute));
      return !!one.cardId && before.filter((other) => other.cardId === one.cardId).length >= when.count - 1;
    }
    case 'charged-twice':
      return paid
        .filter(within(when.hours * hour))
        .some((other) => other.merchant === one.merchant && other.amount === one.amount);
  }
}

/** What the customer usually pays in this currency. */
const usual = (paid: Transaction[], currency: string): number =>
  median(paid.filter((one) => one.currency === currency).map((one) => one.amount));

function median(amounts: number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? 0;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
