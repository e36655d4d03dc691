import type { VersionStore } from '../policy/version-store.ts';
import { type Instant, minute } from '../shared/now.ts';
import { SurveyRules, shippedRules } from './survey-rules.ts';

// In the table of policies:
// survey-rules   1, 2, 3 …   who is asked what, when and how often

export type RulesStore = ReturnType<typeof rulesStore>;

export function rulesStore(versions: VersionStore) {
  let known: { rules: SurveyRules; readAt: number } | undefined;
  return {
    /** The rules in force, at most a minute old. */
    async inForce(): Promise<SurveyRules> {
      if (known && Date.now() - known.readAt < minute) return known.rules;
      const latest = await versions.latest('survey-rules');
      const rules = latest ? SurveyRules.parse(latest.value) : shippedRules;
      known = { rules, readAt: Date.now() };
      return rules;
    },

    latest: () => versions.latest('survey-rules'),

    /** @throws PolicyChangedMeanwhile */
    save: (rules: SurveyRules, by: string, at: Instant) => versions.save('survey-rules', rules, by, at),
  };
}
