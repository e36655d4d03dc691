import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { CaseStore } from '../case/case-store.ts';
import { now } from '../shared/now.ts';
import { bodyText } from '../shared/read-input.ts';
import { answerWait } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import type { ContactLedgerStore } from './contact-ledger-store.ts';
import { declineSurvey } from './decline-survey.ts';
import type { FoundSurvey } from './find-survey.ts';
import { noMoreSurveys } from './page/notices.ts';
import type { Page } from './page/page.ts';
import type { Reader } from './survey-page.ts';

type World = Parameters<typeof answerWait>[0] & { cases: CaseStore; ledger: ContactLedgerStore };

/** The customer gets no more surveys, of any kind, and no reminder of this one. Safe to do again. */
export async function declineSurveys(
  { cases, ledger, ...world }: World,
  { caseId, asking, current }: FoundSurvey,
  reader: Reader,
  event: APIGatewayProxyEventV2,
): Promise<Page> {
  const at = now();
  const oneClick = new URLSearchParams(bodyText(event)).get('List-Unsubscribe') === 'One-Click';
  await ledger.wish(current.customerId, 'no', at);
  const decide = declineSurvey(asking, oneClick ? 'one-click' : 'page');
  const after = await cases.change(caseId, { by: current.customerId, at }, decide);
  await answerWait(world, after, waitingFor.survey(asking.cycle, asking.round));
  return noMoreSurveys(reader);
}
