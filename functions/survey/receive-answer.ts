import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { CaseStore } from '../case/case-store.ts';
import type { VaultStore } from '../customer/vault-store.ts';
import { newId } from '../shared/ids.ts';
import { log } from '../shared/log.ts';
import { now } from '../shared/now.ts';
import { bodyText } from '../shared/read-input.ts';
import { answerWait } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import { answerSurvey, startSurvey } from './answer-survey.ts';
import { isDetractor } from './detractor.ts';
import type { FoundSurvey } from './find-survey.ts';
import { formTokenFor } from './form-token.ts';
import { keptLate, thankYou } from './page/notices.ts';
import type { Page } from './page/page.ts';
import { type GivenAnswer, type ReadForm, readForm } from './read-form.ts';
import type { RulesStore } from './rules-store.ts';
import { showForm } from './show-form.ts';
import { surveyOf } from './survey.ts';
import type { SurveyAnswer } from './survey-fact.ts';
import type { Reader } from './survey-page.ts';

type World = Parameters<typeof answerWait>[0] & { cases: CaseStore; vault: VaultStore; rules: RulesStore };

/** Records what the customer answered; a form that is not complete, or was spent, comes back with what was filled in. */
export async function receiveAnswer(
  world: World,
  found: FoundSurvey,
  reader: Reader,
  event: APIGatewayProxyEventV2,
): Promise<Page> {
  const { caseId, asking, current, definition, survey } = found;
  const form = new URLSearchParams(bodyText(event));
  const { filled, answers, errors } = readForm(definition, form);
  const at = now();
  if (Object.keys(errors).length > 0) {
    if (survey) await world.cases.change(caseId, { by: current.customerId, at }, startSurvey(asking, at));
    return showForm(found, reader, { filled, errors });
  }
  const replaces = survey?.versions ?? 0;
  const after = form.get('_form') === formTokenFor(found.token, replaces) && (await record(world, found, answers, at));
  const counted = after || (await world.cases.load(caseId));
  if (!after && !isTheSame(answers, surveyOf(counted, asking)?.answers ?? []))
    return showForm({ ...found, survey: surveyOf(counted, asking) }, reader, { filled, meanwhile: true });
  if (found.state === 'expired') return keptLate({ ...reader, expiredAt: found.expiredAt });
  await tell(world, counted, asking);
  return thankYou({ ...reader, changeUntil: found.expiredAt });
}

/** The case with this answer in it, or undefined when another came first. */
async function record(world: World, found: FoundSurvey, given: ReadForm['answers'], at: string) {
  const { caseId, asking, current, ref: survey, reader } = found;
  const replaces = found.survey?.versions ?? 0;
  const answers = await Promise.all(given.map((answer) => keep(world.vault, current.customerId, answer)));
  const detractor = isDetractor(answers, await world.rules.inForce());
  const answer = { asking, replaces, survey, language: reader.language, channel: 'web' as const, answers, detractor };
  let recorded = false;
  const after = await world.cases.change(caseId, { by: current.customerId, at }, (before) => {
    const facts = answerSurvey(answer, at)(before);
    recorded = facts.length > 0;
    return facts;
  });
  return recorded ? after : undefined;
}

async function keep(vault: VaultStore, customerId: string, answer: GivenAnswer): Promise<SurveyAnswer> {
  if (answer.kind !== 'text') return answer;
  const { text, ...rest } = answer;
  return { ...rest, textId: await vault.keepText(customerId, newId('comment'), text) };
}

/** Sent twice is no change; what somebody wrote is not compared, it is in the vault. */
function isTheSame(given: readonly GivenAnswer[], counted: readonly SurveyAnswer[]): boolean {
  const chosen = (answers: readonly (GivenAnswer | SurveyAnswer)[]) =>
    JSON.stringify(answers.map((one) => (one.kind === 'text' ? one.question : one)));
  return chosen(given) === chosen(counted);
}

async function tell(world: World, current: FoundSurvey['current'], { cycle, round }: FoundSurvey['asking']) {
  try {
    await answerWait(world, current, waitingFor.survey(cycle, round));
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error;
    log.warn('ANSWER_LEFT_TO_THE_STREAM', { caseId: current.caseId, reason });
  }
}
