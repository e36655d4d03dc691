import type { SurveyAnswer } from './survey-fact.ts';
import type { SurveyRules } from './survey-rules.ts';

/** Whether the first rating is so low that somebody should call. */
export function isDetractor(answers: readonly SurveyAnswer[], { recovery }: Pick<SurveyRules, 'recovery'>): boolean {
  const [first] = answers;
  return first !== undefined && 'value' in first && first.value <= recovery.detractor[first.kind];
}
