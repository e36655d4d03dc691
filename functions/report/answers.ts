import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import { PerceivedOutcome, timeGap, WishedTime } from '../survey/expectation.ts';
import type { SurveyAnswer } from '../survey/survey-fact.ts';
import type { Scale } from './scale.ts';
import type { Rating, SurveyResult } from './survey-result.ts';

type SurveyAnswered = Extract<CaseFact, { kind: 'survey-answered' }>;
type Rated = Extract<SurveyAnswer, { value: number }>;
type Chosen = Extract<SurveyAnswer, { kind: 'choice' }>;
type Gaps = Pick<SurveyResult, 'timeGap' | 'wishFulfilled'>;

/** What an asking was answered with. */
export type Answer = {
  result: Pick<SurveyResult, 'answered' | 'ratings' | 'choices'>;
  language?: string | undefined;
  /** How satisfied, 1 to 5, where that was asked. */
  score?: number | undefined;
  /** Compared with what the customer expected when they reported. */
  gaps: (then: Case) => Gaps;
};

/** Of the versions of an answer the last counts; not one that came after the survey was over, nor one no person gave. */
export function readAnswers(own: readonly CaseFact[]): Answer | undefined {
  const versions = own.filter((fact): fact is SurveyAnswered => fact.kind === 'survey-answered');
  const none = own.flatMap(({ kind, data }) => (kind === 'survey-answer-set-aside' ? [data.version] : []));
  const last = versions.findLast(({ data }) => !data.late && !none.includes(data.version ?? 1))?.data;
  if (!last) return undefined;
  const given = last.answers ?? (last.score ? [firstKind(last.score)] : []);
  const { rated, chosen } = byKind(given);
  return {
    result: { answered: true, ...measured(given, last.survey?.id ?? 'first') },
    language: last.language,
    score: rated.find(isSatisfaction)?.value,
    gaps: (then) => gapsOf(then, chosen),
  };
}

/** What is counted of the answers to a survey, whoever gave them. */
export function measured(given: readonly SurveyAnswer[], surveyId: string): Pick<SurveyResult, 'ratings' | 'choices'> {
  const { rated, chosen } = byKind(given);
  const about = (question: string) => `${surveyId}/${question}`;
  return {
    ratings: rated.flatMap((one) => ratingsOf(one, rated, about(one.question))),
    choices: chosen.map(({ question, choices }) => ({ measure: about(question), chosen: choices })),
  };
}

const byKind = (given: readonly SurveyAnswer[]) => ({
  rated: given.filter((one): one is Rated => 'value' in one),
  chosen: given.filter((one): one is Chosen => 'choices' in one),
});

/** The first surveys asked one question. */
const firstKind = (value: number): Rated => ({ question: 'satisfaction', kind: 'csat', value, from: 1, to: 5 });

const isSatisfaction = ({ kind, from, to }: Rated): boolean => kind === 'csat' && from === 1 && to === 5;

/** Each question counts for itself; the first of a kind also for the kind, so that nobody counts twice there. */
function ratingsOf(one: Rated, all: readonly Rated[], about: string): Rating[] {
  const { kind, value, from, to } = one;
  const scale: Scale = { from, to };
  const first = all.find((other) => other.kind === kind) === one && kind !== 'likert';
  const measure = `${kind}:${from}-${to}`;
  return [{ measure: `${measure}:${about}`, scale, value }, ...(first ? [{ measure, scale, value }] : [])];
}

function gapsOf({ expected }: Case, chosen: readonly Chosen[]): Gaps {
  const perceived = (what: string) => chosen.find(({ perceives }) => perceives === what)?.choices;
  const time = WishedTime.safeParse(perceived('time')?.[0]);
  const outcomes = perceived('outcome')?.filter((one) => PerceivedOutcome.safeParse(one).success);
  return {
    ...(expected?.time && time.success && { timeGap: timeGap(expected.time, time.data) }),
    ...(expected?.outcome && outcomes?.length && { wishFulfilled: outcomes.includes(expected.outcome) }),
  };
}
