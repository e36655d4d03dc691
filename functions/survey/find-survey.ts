import type { Case } from '../case/case.ts';
import type { CaseStore } from '../case/case-store.ts';
import type { VaultStore } from '../customer/vault-store.ts';
import type { Language } from '../shared/language.ts';
import type { Instant } from '../shared/now.ts';
import { type SurveyState, surveyState } from './answer-survey.ts';
import type { Invitation, InvitationStore } from './invitation-store.ts';
import { surveyOf } from './survey.ts';

export type SurveyWorld = { cases: CaseStore; vault: VaultStore; invitations: InvitationStore };
export type FoundSurvey = Invitation & {
  current: Case;
  state: SurveyState;
  expiredAt: Instant;
  reader: { language: Language; timeZone: string };
};

/** The survey a link belongs to, or undefined for a link that never was. Reads only: a scanner may open it as it likes. */
export async function findSurvey(world: SurveyWorld, token: string, at: Instant): Promise<FoundSurvey | undefined> {
  const invitation = await world.invitations.find(token);
  if (!invitation) return undefined;
  const current = await world.cases.load(invitation.caseId);
  const contact = await world.vault.contact(current.customerId);
  const { language, timeZone } = contact ?? { language: 'en' as const, timeZone: 'UTC' };
  const state = surveyState(current, invitation, at);
  const expiredAt = surveyOf(current, invitation)?.expiresAt ?? current.closedAt ?? at;
  return { ...invitation, current, state, expiredAt, reader: { language, timeZone } };
}
