import type { Survey } from '../survey/survey.ts';
import type { SurveyAnswer } from '../survey/survey-fact.ts';
import type { Case } from './case.ts';
import type { CaseFact } from './case-fact.ts';

type SurveyFact = Extract<CaseFact, { kind: `survey-${string}` }>;

/** What became of a survey. Nothing becomes of one that was never begun. */
export function afterSurvey({ surveys }: Case, fact: SurveyFact): Survey[] {
  const { cycle, round = 1 } = fact.data;
  const others = surveys.filter((one) => one.cycle !== cycle || one.round !== round);
  const begun = { cycle, round, reminders: 0, versions: 0 };
  if (fact.kind === 'survey-invited') {
    const { expiresAt, survey, language, scale, anonymous } = fact.data;
    const promised = anonymous && { anonymous };
    return [...others, { ...begun, status: 'invited', expiresAt, survey, language, scale, ...promised }];
  }
  if (fact.kind === 'survey-not-asked') {
    const { reason, survey } = fact.data;
    return [...others, { ...begun, status: 'not-asked', reason, survey }];
  }
  return surveys.map((one) => (one.cycle === cycle && one.round === round ? { ...one, ...changed(one, fact) } : one));
}

function changed(before: Survey, fact: SurveyFact): Partial<Survey> {
  switch (fact.kind) {
    case 'survey-reminded':
      return { reminders: before.reminders + 1 };
    case 'survey-answered': {
      const { late, answers, score = satisfactionIn(answers), link } = fact.data;
      const versions = before.versions + 1;
      if (link) return { versions, status: 'answered', link };
      const earlier = before.status === 'answered' ? { answers: before.answers, score: before.score } : undefined;
      return late ? { versions } : { versions, status: 'answered', answers, score, earlier };
    }
    case 'survey-answer-set-aside':
      return before.earlier
        ? { ...before.earlier, earlier: undefined }
        : { status: 'set-aside', answers: undefined, score: undefined };
    case 'survey-started':
      return { started: true };
    case 'survey-declined':
      return before.status === 'invited' ? { status: 'declined' } : {};
    case 'survey-expired':
      return { status: 'expired' };
    default:
      return {};
  }
}

function satisfactionIn(answers: readonly SurveyAnswer[] = []): number | undefined {
  const first = answers.find((answer) => answer.kind === 'csat');
  return first?.kind === 'csat' ? first.value : undefined;
}
