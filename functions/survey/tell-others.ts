import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/case-fact.ts';
import type { PublicEvent } from '../event-bus/public-event.ts';
import { cycleOf } from '../shared/ids.ts';
import { firstSurvey, type SurveyAnswer } from './survey-fact.ts';

/** What others are told of an event: ids and numbers, and the same delivery id however often it is told. */
export function publicEventOf(
  event: CaseEvent,
  current: Case,
): (PublicEvent & { deliveryId: string; at: string }) | undefined {
  const { caseId, seq, at, fact } = event;
  const delivery = { deliveryId: `${caseId}.${seq}`, at };
  if (fact.kind === 'task-completed') {
    const { taskId, outcome } = fact.data;
    const ended = current.tasks.some((one) => one.taskId === taskId && one.kind === 'survey-recovery');
    return ended
      ? { ...delivery, type: 'recovery.ended', detail: { caseId, cycle: cycleOf(taskId), outcome } }
      : undefined;
  }
  if (fact.kind === 'survey-answered' && fact.data.anonymous) {
    // Not even the id of the case, which the usual delivery id begins with.
    const { id, version } = fact.data.survey ?? firstSurvey;
    return { deliveryId: event.hash, at, type: 'survey.taken-part', detail: { survey: id, surveyVersion: version } };
  }
  if (fact.kind !== 'survey-answered' || !fact.data.answers) return undefined;
  const { cycle, round = 1, survey = firstSurvey, version = 1, language = 'en', channel = 'web' } = fact.data;
  const { late = false, detractor = false, answers } = fact.data;
  return {
    ...delivery,
    type: 'survey.responded',
    detail: {
      ...{ caseId, cycle, round, survey: survey.id, surveyVersion: survey.version, answerVersion: version },
      ...{ language, channel, late, detractor, answers: answers.map(numbersOf) },
    },
  };
}

function numbersOf(answer: SurveyAnswer) {
  const { question, kind } = answer;
  if (answer.kind === 'text') return { question, kind };
  if (answer.kind === 'choice') return { question, kind, choices: answer.choices };
  return { question, kind, value: answer.value, from: answer.from, to: answer.to };
}
