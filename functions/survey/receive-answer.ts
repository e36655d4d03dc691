import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { now } from '../shared/now.ts';
import { bodyText } from '../shared/read-input.ts';
import { startSurvey } from './answer-survey.ts';
import type { BallotStore } from './ballot-store.ts';
import type { FoundSurvey } from './find-survey.ts';
import { formTokenFor } from './form-token.ts';
import { keptLate, thankYou } from './page/notices.ts';
import type { Page } from './page/page.ts';
import { type GivenAnswer, readForm } from './read-form.ts';
import { receiveAnonymous } from './receive-anonymous.ts';
import { type RecordWorld, recordAnswer, tellRun } from './record-answer.ts';
import { showForm } from './show-form.ts';
import { surveyOf } from './survey.ts';
import type { SurveyAnswer } from './survey-fact.ts';
import type { Reader } from './survey-page.ts';

/** Records what the customer answered; a form that is not complete, or was spent, comes back with what was filled in. */
export async function receiveAnswer(
  world: RecordWorld & { ballots: BallotStore },
  found: FoundSurvey,
  reader: Reader,
  event: APIGatewayProxyEventV2,
): Promise<Page> {
  const { caseId, asking, current, definition, survey } = found;
  if (survey?.anonymous) return receiveAnonymous(world, found, reader, event);
  const form = new URLSearchParams(bodyText(event));
  const { filled, answers, errors } = readForm(definition, form);
  const at = now();
  if (Object.keys(errors).length > 0) {
    if (survey) await world.cases.change(caseId, { by: current.customerId, at }, startSurvey(asking, at));
    return showForm(found, reader, { filled, errors });
  }
  const isFresh = form.get('_form') === formTokenFor(found.token, survey?.versions ?? 0);
  const given = { answers, channel: 'web' } as const;
  const after = isFresh && (await recordAnswer(world, found, given, { by: current.customerId, at }));
  const counted = after || (await world.cases.load(caseId));
  if (!after && !isTheSame(answers, surveyOf(counted, asking)?.answers ?? []))
    return showForm({ ...found, survey: surveyOf(counted, asking) }, reader, { filled, meanwhile: true });
  if (found.state === 'expired') return keptLate({ ...reader, expiredAt: found.expiredAt });
  await tellRun(world, counted, asking);
  return thankYou({ ...reader, changeUntil: found.expiredAt });
}

/** Sent twice is no change; what somebody wrote is not compared, it is in the vault. */
export function isTheSame(given: readonly GivenAnswer[], counted: readonly SurveyAnswer[]): boolean {
  const chosen = (answers: readonly (GivenAnswer | SurveyAnswer)[]) =>
    JSON.stringify(answers.map((one) => (one.kind === 'text' ? one.question : one)));
  return chosen(given) === chosen(counted);
}
