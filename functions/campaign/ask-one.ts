import { createHash } from 'node:crypto';
import type { CaseStore } from '../case/case-store.ts';
import type { Instant } from '../shared/now.ts';
import { planSurvey } from '../survey/plan-survey.ts';
import type { SurveyRules } from '../survey/survey-rules.ts';
import type { SurveyWorkflow } from '../survey/survey-workflow.ts';
import type { Campaign } from './campaign.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The history of this customer in this campaign. It follows from the two, so whoever is asked again, by the same list,
 * a run that died or two at once, is found to have been asked.
 */
export const askingId = (campaignId: string, customerId: string): string => {
  const hash = createHash('sha256').update(`${campaignId}|${customerId}`).digest();
  return `case_${Array.from(hash.subarray(0, 26), (byte) => ALPHABET[byte % 32]).join('')}`;
};

/**
 * Selects a customer and starts the survey, whose run asks for consent, budget and the right moment like every other.
 * Doing it again does nothing.
 */
export const askOne =
  ({ cases, surveys, rules }: { cases: CaseStore; surveys: SurveyWorkflow; rules: () => Promise<SurveyRules> }) =>
  async ({ campaignId, survey }: Campaign, customerId: string, at: Instant): Promise<void> => {
    const caseId = askingId(campaignId, customerId);
    const selected = await cases.change(caseId, { by: 'campaign', at, brandNew: true }, ({ status }) =>
      status === 'none' ? [{ kind: 'customer-selected', data: { customerId, campaignId, survey } }] : [],
    );
    const plan = planSurvey(selected.openedAt, await rules());
    await surveys.start(caseId, { cycle: 1, round: 1 }, { ...plan, inviteAt: selected.openedAt });
  };
