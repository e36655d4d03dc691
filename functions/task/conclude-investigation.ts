import { type Case, isLive, tasksOf } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';

/** Sums up what the departments found. Concluding twice, or without an investigation, decides nothing. */
export const concludeInvestigation =
  (of?: number) =>
  (current: Case): CaseFact[] => {
    if (current.investigation !== 'open' || !isLive(current, of)) return [];
    const outcomes = tasksOf(current).map((task) => task.outcome);
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    const { cycle } = current;
    return [{ kind: 'investigation-concluded', data: { cycle, fraud: count('fraud'), refunds: count('refund') } }];
  };
