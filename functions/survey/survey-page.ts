import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { correlated } from '../shared/correlation.ts';
import { languageFrom } from '../shared/language.ts';
import { log } from '../shared/log.ts';
import { now } from '../shared/now.ts';
import type { SurveyState } from './answer-survey.ts';
import { type FoundSurvey, findSurvey, type SurveyWorld } from './find-survey.ts';
import { expired, noMoreSurveys, somethingWentWrong, unknownLink } from './page/notices.ts';
import type { Page } from './page/page.ts';

export type Reader = FoundSurvey['reader'] & { organisation: string };

type Act = (survey: FoundSurvey, reader: Reader, event: APIGatewayProxyEventV2) => Promise<Page>;

/** A page behind a survey link: `act` makes it in these states of the survey, everything else is a kind notice. */
export function surveyPage(world: SurveyWorld, organisation: string, states: readonly SurveyState[], act: Act) {
  async function pageFor(event: APIGatewayProxyEventV2): Promise<Page> {
    const guess = { organisation, language: languageFrom(event.headers['accept-language']) };
    try {
      const found = await findSurvey(world, event.pathParameters?.token ?? '', now());
      if (!found) return unknownLink(guess);
      logVisit(event, found);
      const reader = { ...found.reader, organisation };
      // Whoever was never invited in this cycle has nothing to answer.
      if (states.includes(found.state) && found.survey?.expiresAt) return await act(found, reader, event);
      return found.state === 'declined' ? noMoreSurveys(reader) : expired({ ...reader, expiredAt: found.expiredAt });
    } catch (error) {
      log.error('SURVEY_PAGE_FAILED', { error: error instanceof Error ? error.name : typeof error });
      return somethingWentWrong(guess);
    }
  }
  return (event: APIGatewayProxyEventV2) => correlated(event.requestContext.requestId, () => pageFor(event));
}

/** Who comes to a link, and how, tells people from programs that open every one. It is no answer, and stands in no history. */
function logVisit({ requestContext: { http } }: APIGatewayProxyEventV2, { caseId, state }: FoundSurvey): void {
  const program = /bot|scan|preview|proxy|curl|python|wget|headless|crawl/i.test(http.userAgent)
    ? 'program'
    : 'browser';
  log.info('SURVEY_LINK_OPENED', { caseId, state, method: http.method, program });
}
