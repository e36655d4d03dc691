import type { Case } from '../case/case.ts';
import type { CaseStore } from '../case/case-store.ts';
import type { VaultStore } from '../customer/vault-store.ts';
import type { Language } from '../shared/language.ts';
import type { Instant } from '../shared/now.ts';
import { type SurveyState, surveyState } from './answer-survey.ts';
import type { SurveyDefinition } from './definition.ts';
import type { DefinitionStore } from './definition-store.ts';
import type { Invitation, InvitationStore } from './invitation-store.ts';
import { type Survey, surveyOf } from './survey.ts';
import { firstSurvey, type SurveyRef } from './survey-fact.ts';

export type SurveyWorld = {
  cases: CaseStore;
  vault: VaultStore;
  invitations: InvitationStore;
  definitions: DefinitionStore;
};
export type FoundSurvey = {
  token: string;
  caseId: string;
  asking: Pick<Invitation, 'cycle' | 'round'>;
  current: Case;
  survey: Survey | undefined;
  ref: SurveyRef;
  definition: SurveyDefinition;
  state: SurveyState;
  expiredAt: Instant;
  reader: { language: Language; timeZone: string };
};

/** The survey a link belongs to, or undefined for a link that never was. Reads only: a scanner may open it as it likes. */
export async function findSurvey(world: SurveyWorld, token: string, at: Instant): Promise<FoundSurvey | undefined> {
  const invitation = await world.invitations.find(token);
  if (!invitation) return undefined;
  const { caseId, ...asking } = invitation;
  const current = await world.cases.load(caseId);
  const survey = surveyOf(current, asking);
  const ref = survey?.survey ?? firstSurvey;
  const [contact, known] = await Promise.all([world.vault.contact(current.customerId), world.definitions.exactly(ref)]);
  if (!known) return undefined;
  const language = survey?.language ?? contact?.language ?? 'en';
  return {
    ...{ token, caseId, asking, current, survey, ref, definition: known.definition },
    state: surveyState(current, asking, at),
    expiredAt: survey?.expiresAt ?? current.closedAt ?? at,
    reader: { language, timeZone: contact?.timeZone ?? 'UTC' },
  };
}
