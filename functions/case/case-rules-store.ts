import type { VersionStore } from '../policy/version-store.ts';
import { type Instant, minute } from '../shared/now.ts';
import { CaseRules, shippedCaseRules } from './case-rules.ts';

// In the table of policies:
// cases   1, 2, 3 …   how long a customer is waited for, and a closed case can be taken up again

export function caseRulesStore(versions: VersionStore) {
  let known: { rules: CaseRules; readAt: number } | undefined;
  return {
    /** The rules in force, at most a minute old. */
    async inForce(): Promise<CaseRules> {
      if (known && Date.now() - known.readAt < minute) return known.rules;
      const latest = await versions.latest('cases');
      known = { rules: latest ? CaseRules.parse(latest.value) : shippedCaseRules, readAt: Date.now() };
      return known.rules;
    },

    latest: () => versions.latest('cases'),

    /** @throws PolicyChangedMeanwhile */
    save: (rules: CaseRules, by: string, at: Instant) => versions.save('cases', rules, by, at),
  };
}
