import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { languageFrom } from '../shared/language.ts';
import { log } from '../shared/log.ts';
import { type Instant, now } from '../shared/now.ts';
import type { SurveyState } from './answer-survey.ts';
import { type FoundSurvey, findSurvey, type SurveyWorld } from './find-survey.ts';
import { alreadyAnswered, expired, somethingWentWrong, unknownLink } from './page/notices.ts';
import type { Page } from './page/page.ts';

type Reader = FoundSurvey['reader'] & { organisation: string };

/** A page behind a survey link: `open` makes it while the survey can be answered, everything else is a kind notice. */
export const surveyPage =
  (
    world: SurveyWorld,
    organisation: string,
    open: (survey: FoundSurvey, reader: Reader, event: APIGatewayProxyEventV2) => Promise<Page>,
  ) =>
  async (event: APIGatewayProxyEventV2): Promise<Page> => {
    const guess = { organisation, language: languageFrom(event.headers['accept-language']) };
    try {
      const survey = await findSurvey(world, event.pathParameters?.token ?? '', now());
      if (!survey) return unknownLink(guess);
      const reader = { ...survey.reader, organisation };
      return survey.state === 'open'
        ? await open(survey, reader, event)
        : closedPage(survey.state, reader, survey.expiredAt);
    } catch (error) {
      log.error('SURVEY_PAGE_FAILED', { error: error instanceof Error ? error.name : typeof error });
      return somethingWentWrong(guess);
    }
  };

/** What somebody is told who can no longer answer. */
export const closedPage = (state: SurveyState, reader: Reader, expiredAt: Instant): Page =>
  state === 'answered' ? alreadyAnswered(reader) : expired({ ...reader, expiredAt });
