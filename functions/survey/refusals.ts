import { AppError } from '../shared/errors.ts';

/** Nobody was asked, or the time to answer is over. */
export class SurveyNotOpen extends AppError {
  override readonly name = 'SurveyNotOpen';
  readonly status = 409;
  constructor(caseId: string) {
    super(`No survey about case ${caseId} can be answered now`);
  }
}

/** Whoever signs in to answer is known by name, which such a survey promises not to be. */
export class SurveyIsAnonymous extends AppError {
  override readonly name = 'SurveyIsAnonymous';
  readonly status = 409;
  constructor(caseId: string) {
    super(`The survey about case ${caseId} is anonymous: it can be answered by the link in its mail only`);
  }
}

/** The form is good for one answer, and another came first. */
export class SurveyAnsweredMeanwhile extends AppError {
  override readonly name = 'SurveyAnsweredMeanwhile';
  readonly status = 409;
  constructor(caseId: string) {
    super(
      `The survey about case ${caseId} was answered meanwhile: ask for a new link, and send the answer with its form`,
    );
  }
}
