import { type Case, isLive } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { after, type Instant } from '../shared/now.ts';
import { answerTime } from './complaint.ts';

/** Tells the complainant, once in a cycle, that the complaint has come and until when to expect an answer. */
export const acknowledgeComplaint =
  (at: Instant, of?: number) =>
  (current: Case): CaseFact[] => {
    const { cycle, complaint } = current;
    if (!isLive(current, of) || complaint?.cycle === cycle) return [];
    return [{ kind: 'complaint-acknowledged', data: { cycle, answerBy: after(at, answerTime) } }];
  };
