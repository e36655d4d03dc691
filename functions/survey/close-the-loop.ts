import type { CaseStore } from '../case/case-store.ts';
import type { Instant } from '../shared/now.ts';
import { planSurvey } from './plan-survey.ts';
import { openRecovery } from './recover.ts';
import type { RulesStore } from './rules-store.ts';
import type { SurveyWorkflow } from './survey-workflow.ts';

type World = { cases: CaseStore; rules: RulesStore; surveys: SurveyWorkflow };
export type LoopEvent =
  | { type: 'survey.responded'; at: Instant; caseId: string; cycle: number; round: number; detractor: boolean }
  | { type: 'recovery.ended'; at: Instant; caseId: string; cycle: number; outcome: string };

/**
 * A bad answer is called back, and after the call the customer is asked once more, so that it shows whether that made it
 * good. Nobody is called back twice for one case. Safe to do again.
 */
export async function closeTheLoop({ cases, rules, surveys }: World, event: LoopEvent, at: Instant): Promise<void> {
  const { caseId, cycle } = event;
  const inForce = await rules.inForce();
  if (event.type === 'survey.responded') {
    if (!event.detractor || event.round > 1) return;
    await cases.change(caseId, { by: 'survey', at }, openRecovery(cycle, inForce, at));
    return;
  }
  if (event.outcome === 'unreachable') return;
  const timing = { ...inForce, delayHours: inForce.recovery.askAgainAfterHours };
  await surveys.start(caseId, { cycle, round: 2 }, planSurvey(event.at, timing));
}
