import type { Case } from './case.ts';
import type { CaseFact } from './case-fact.ts';

type SurveyFact = Extract<CaseFact, { kind: `survey-${string}` }>;

/** What became of a survey. Nothing becomes of one that was never begun. */
export function afterSurvey({ survey }: Case, fact: SurveyFact): Pick<Case, 'survey'> {
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
