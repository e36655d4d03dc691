import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { CaseStore } from '../case/case-store.ts';
import type { VaultStore } from '../customer/vault-store.ts';
import { newId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import { log } from '../shared/log.ts';
import { now } from '../shared/now.ts';
import { bodyText } from '../shared/read-input.ts';
import { answerWait } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import { answerSurvey, surveyState } from './answer-survey.ts';
import type { FoundSurvey } from './find-survey.ts';
import { thankYou } from './page/notices.ts';
import type { Page } from './page/page.ts';

import { surveyForm } from './page/survey-form.ts';
import { surveyPolicy } from './plan-survey.ts';
import { scoreFrom } from './score.ts';
import { surveyOf } from './survey.ts';
import { closedPage } from './survey-page.ts';

type World = Parameters<typeof answerWait>[0] & { cases: CaseStore; vault: VaultStore };
type Reader = { language: Language; organisation: string; timeZone: string };

/** Records what the customer answered, once; a form that is not complete comes back with what was filled in. */
export async function receiveAnswer(
  { cases, vault, ...world }: World,
  { caseId, cycle, current }: FoundSurvey,
  reader: Reader,
  event: APIGatewayProxyEventV2,
): Promise<Page> {
  const form = new URLSearchParams(bodyText(event));
  const score = scoreFrom(form.get('score'));
  const comment = (form.get('comment') ?? '').replace(/\r\n?/g, '\n').trim();
  if (!score) return surveyForm({ ...reader, caseId, comment, error: 'choose-a-score' });
  if (comment.length > surveyPolicy.longestComment) {
    return surveyForm({ ...reader, caseId, comment, preselected: score, error: 'comment-too-long' });
  }
  const commentId = comment ? await vault.keepText(current.customerId, newId('comment'), comment) : undefined;

  const at = now();
  let recorded = false;
  const after = await cases.change(caseId, { by: current.customerId, at }, (before) => {
    const facts = answerSurvey({ cycle, score, commentId }, at)(before);
    recorded = facts.length > 0;
    return facts;
  });
  if (!recorded)
    return closedPage(surveyState(after, { cycle }, at), reader, surveyOf(after, { cycle })?.expiresAt ?? at);
  try {
    await answerWait(world, after, waitingFor.survey(cycle));
  } catch (error) {
    log.warn('ANSWER_LEFT_TO_THE_STREAM', { caseId, reason: error instanceof Error ? error.name : typeof error });
  }
  return thankYou(reader);
}
