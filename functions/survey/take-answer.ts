import { mustSee } from '../case/access.ts';
import type { Case } from '../case/case.ts';
import type { Change } from '../case/case-store.ts';
import { CaseNotFound, InvalidRequest } from '../shared/errors.ts';
import { startSurvey } from './answer-survey.ts';
import { type FoundSurvey, findSurvey, type SurveyWorld } from './find-survey.ts';
import { formTokenFor } from './form-token.ts';
import { type Answers, formOf, readForm } from './read-form.ts';
import { isTheSame } from './receive-answer.ts';
import { type RecordWorld, recordAnswer, tellRun } from './record-answer.ts';
import { SurveyAnsweredMeanwhile, SurveyIsAnonymous, SurveyNotOpen } from './refusals.ts';
import { surveyOf } from './survey.ts';

export type Taken = { token: string; form: string; answers: Answers };
type Looking = Parameters<typeof mustSee>[2];

/**
 * The answer of a client with a page of its own. The same again is no change; `form` is good for one answer, and another
 * comes with the link. @throws CaseNotFound, SurveyNotOpen, SurveyIsAnonymous, InvalidRequest, SurveyAnsweredMeanwhile
 */
export async function takeAnswer(
  world: SurveyWorld & RecordWorld,
  { caseId, token, form, answers: said }: Taken & { caseId: string },
  looking: Looking & { change: Change },
) {
  const { change } = looking;
  const { at } = change;
  const found = await findSurvey(world, token, at);
  if (found?.caseId !== caseId) throw new CaseNotFound(caseId);
  mustSee(found.current, caseId, looking);
  const isOver = found.state === 'expired' || found.state === 'declined';
  if (isOver && !(change.command && (await world.cases.answered(caseId, change.command))))
    throw new SurveyNotOpen(caseId);
  if (found.survey?.anonymous) throw new SurveyIsAnonymous(caseId);
  const { answers, errors } = readForm(found.definition, formOf(said));
  const wrong = whatIsWrong(
    found,
    said,
    answers.map(({ question }) => question),
    errors,
  );
  if (wrong.length > 0) {
    await world.cases.change(caseId, change, startSurvey(found.asking, at));
    throw new InvalidRequest(wrong);
  }
  const isFresh = form === formTokenFor(token, found.survey?.versions ?? 0);
  const given = { answers, channel: 'api' } as const;
  const mustCount = (now: Case): [] => {
    if (isTheSame(answers, surveyOf(now, found.asking)?.answers ?? [])) return [];
    throw new SurveyAnsweredMeanwhile(caseId);
  };
  const recorded = isFresh ? await recordAnswer(world, found, given, change) : undefined;
  // What is sent again with its key is answered as it was then, whatever was answered since.
  const current = recorded ?? (await world.cases.change(caseId, change, mustCount));
  mustCount(current); // and refused as it was then
  const counted = surveyOf(current, found.asking);
  await tellRun(world, current, found.asking);
  return {
    caseId,
    version: counted?.versions ?? 0,
    form: formTokenFor(token, counted?.versions ?? 0),
    changeUntil: found.expiredAt,
  };
}

/** A person may leave a page half filled in; a program that sends what the survey does not ask has a mistake in it. */
function whatIsWrong(
  { definition }: FoundSurvey,
  said: Answers,
  read: string[],
  errors: Partial<Record<string, string>>,
) {
  const asked = new Set(definition.questions.map(({ id }) => id));
  const ignored = Object.keys(said).filter((id) => !read.includes(id) && !errors[id] && !isEmpty(said[id]));
  return [
    ...Object.keys(errors).map((id) => ({
      field: `answers.${id}`,
      message: errors[id] === 'too-long' ? 'is too long' : 'must be answered',
    })),
    ...ignored.map((id) => ({
      field: `answers.${id}`,
      message: asked.has(id) ? 'is none of what is offered, or was not to be asked' : 'is no question of this survey',
    })),
  ];
}

const isEmpty = (said: Answers[string] | undefined) => said === '' || (Array.isArray(said) && said.length === 0);
