import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { Instant } from '../shared/now.ts';
import { type KnownDefinition, languageFor } from './definition.ts';
import { type Customer, ineligible } from './eligibility.ts';
import { surveyExpiry } from './plan-survey.ts';
import { isRated } from './question.ts';
import { type Asking, askingIn, goesWithNotice, surveyOf } from './survey.ts';
import type { NotAsked, Sample } from './survey-fact.ts';
import type { SurveyRules } from './survey-rules.ts';

/** All that the decision rests on. `refused` is what chance or the contact budget said; nothing yet when not asked. */
export type Grounds = {
  asking: Asking;
  rules: SurveyRules;
  customer: Customer;
  definition?: KnownDefinition | undefined;
  sample?: Sample | undefined;
  refused?: NotAsked | undefined;
};

/** Asks the customer once, or records why not. The mail follows from the fact. */
export const inviteCustomer =
  (grounds: Grounds, at: Instant) =>
  (current: Case): CaseFact[] => {
    const { asking, rules, customer, definition, sample } = grounds;
    if (current.status === 'none' || surveyOf(current, asking)) return [];
    const about = { ...askingIn(asking), ...(sample && { sample }), ...(definition && { survey: refOf(definition) }) };
    // The case may have been reopened or merged since chance and budget were asked.
    const reason = ineligible(current, asking, customer, rules) ?? grounds.refused;
    const { contact } = customer;
    if (reason || !definition || !contact) {
      return [{ kind: 'survey-not-asked', data: { ...about, reason: reason ?? 'no-survey-for-this-type' } }];
    }
    const language = languageFor(definition.definition, contact.language);
    const { kind, questions, anonymous } = definition.definition;
    const scale = questions[0] && isRated(questions[0]) ? questions[0].kind : undefined;
    const expiresAt = surveyExpiry(at, rules);
    const letter = goesWithNotice(current, asking) ? { with: 'closing-notice' as const } : {};
    const how = {
      kind,
      language,
      channel: 'email' as const,
      expiresAt,
      scale,
      ...(anonymous && { anonymous }),
      ...letter,
    };
    return [{ kind: 'survey-invited', data: { ...about, ...how } }];
  };

const refOf = ({ id, version }: KnownDefinition) => ({ id, version });
