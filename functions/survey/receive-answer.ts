import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { canonical } from '../shared/chain.ts';
import { type Instant, now } from '../shared/now.ts';
import { bodyText } from '../shared/read-input.ts';
import { startSurvey } from './answer-survey.ts';
import type { BallotStore } from './ballot-store.ts';
import { isTooQuick } from './burst.ts';
import { isOneOfMany, spoilsTheFirst } from './catch-burst.ts';
import type { FoundSurvey } from './find-survey.ts';
import { shownAtOf } from './form-token.ts';
import type { LastAnswerStore } from './last-answer-store.ts';
import type { FormProblem } from './page/form-words.ts';
import { keptLate, thankYou } from './page/notices.ts';
import type { Page } from './page/page.ts';
import { type GivenAnswer, type ReadForm, readForm } from './read-form.ts';
import { receiveAnonymous } from './receive-anonymous.ts';
import { type RecordWorld, recordAnswer, tellRun } from './record-answer.ts';
import { showForm } from './show-form.ts';
import { surveyOf } from './survey.ts';
import type { SurveyAnswer } from './survey-fact.ts';
import type { Reader } from './survey-page.ts';

type ReceiveWorld = RecordWorld & { ballots: BallotStore; lastAnswers: LastAnswerStore };

/** Records what the customer answered; a form that is not complete, or was spent, comes back with what was filled in. */
export async function receiveAnswer(
  world: ReceiveWorld,
  found: FoundSurvey,
  reader: Reader,
  event: APIGatewayProxyEventV2,
): Promise<Page> {
  const { caseId, asking, current, definition, survey, token } = found;
  const form = new URLSearchParams(bodyText(event));
  const read = readForm(definition, form);
  const { filled, errors } = read;
  const at = now();
  const shownAt = shownAtOf(form.get('_form'), token, survey?.versions ?? 0);
  const isFresh = shownAt !== undefined;
  if (isFresh && isTooQuick(shownAt, Date.parse(at))) return showForm(found, reader, { filled, wrong: 'too-quick' });
  if (survey?.anonymous) return receiveAnonymous(world, found, reader, { ...read, isFresh });
  if (Object.keys(errors).length > 0) {
    if (survey) await world.cases.change(caseId, { by: current.customerId, at }, startSurvey(asking, at));
    return showForm(found, reader, { filled, errors });
  }
  const wrong = await keepUnlessOneOfMany(world, found, { ...read, isFresh }, at);
  if (wrong) return showForm(await lookAgain(world, found), reader, { filled, wrong });
  if (found.state === 'expired') return keptLate({ ...reader, expiredAt: found.expiredAt });
  return thankYou({ ...reader, changeUntil: found.expiredAt });
}

/** Keeps the answer, unless another came first or no person gives so many at once: then that is what is wrong. */
async function keepUnlessOneOfMany(
  world: ReceiveWorld,
  found: FoundSurvey,
  { answers, isFresh }: Pick<ReadForm, 'answers'> & { isFresh: boolean },
  at: Instant,
): Promise<FormProblem | undefined> {
  const { asking, current } = found;
  const given = { answers, channel: 'web' } as const;
  const after = isFresh && (await recordAnswer(world, found, given, { by: current.customerId, at }));
  const counted = after || (await world.cases.load(found.caseId));
  const survey = surveyOf(counted, asking);
  if (!after && !isTheSame(answers, survey?.answers ?? [])) {
    await spoilsTheFirst(world, found, at);
    return 'meanwhile';
  }
  if (after && (await isOneOfMany(world, found, survey?.versions ?? 1, at))) return 'too-quick';
  if (found.state !== 'expired') await tellRun(world, counted, asking);
  return undefined;
}

const lookAgain = async ({ cases }: ReceiveWorld, found: FoundSurvey): Promise<FoundSurvey> => {
  const current = await cases.load(found.caseId);
  return { ...found, current, survey: surveyOf(current, found.asking) };
};

/** Sent twice is no change; what somebody wrote is not compared, it is in the vault. */
export function isTheSame(given: readonly GivenAnswer[], counted: readonly SurveyAnswer[]): boolean {
  const chosen = (answers: readonly (GivenAnswer | SurveyAnswer)[]) =>
    canonical(answers.map((one) => (one.kind === 'text' ? one.question : one)));
  return chosen(given) === chosen(counted);
}
