import type { Case } from './case.ts';
import type { CaseFact } from './case-fact.ts';

type SurveyFact = Extract<CaseFact, { kind: `survey-${string}` }>;

/** What became of the survey of this cycle. Nothing becomes of one that was never begun, or is of an earlier one. */
export function afterSurvey({ survey, cycle }: Case, fact: SurveyFact): Pick<Case, 'survey'> {
  if (fact.data.cycle !== cycle) return {};
  switch (fact.kind) {
    case 'survey-invited':
      return { survey: { status: 'invited', reminded: false, expiresAt: fact.data.expiresAt } };
    case 'survey-not-asked':
      return { survey: { status: 'not-asked', reminded: false } };
    case 'survey-reminded':
      return survey ? { survey: { ...survey, reminded: true } } : {};
    case 'survey-answered':
      return survey ? { survey: { ...survey, status: 'answered', score: fact.data.score } } : {};
    case 'survey-expired':
      return survey ? { survey: { ...survey, status: 'expired' } } : {};
  }
}
