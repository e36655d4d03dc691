import type { SurveyDefinition } from './definition.ts';
import type { FormError } from './page/form-words.ts';
import { type Filled, valuesOf } from './page/question-html.ts';
import { isRated, type Question } from './question.ts';
import { scales } from './scales.ts';
import { isAsked } from './shown.ts';
import type { SurveyAnswer } from './survey-fact.ts';

/** An answer before its texts are in the vault. */
export type GivenAnswer = Exclude<SurveyAnswer, { kind: 'text' }> | { question: string; kind: 'text'; text: string };
export type ReadForm = { filled: Filled; answers: GivenAnswer[]; errors: Partial<Record<string, FormError>> };

/** The same from a client with a page of its own: a number, a choice or several, a text, by the id of the question. */
export type Answers = Record<string, number | string | string[]>;
export function formOf(answers: Answers): URLSearchParams {
  const form = new URLSearchParams();
  for (const [id, values] of Object.entries(answers)) for (const one of [values].flat()) form.append(id, String(one));
  return form;
}

/** What somebody answered. Values that the survey does not offer are none; follow-ups that were not open are left out. */
export function readForm({ questions }: Pick<SurveyDefinition, 'questions'>, form: URLSearchParams): ReadForm {
  const filled: Filled = {};
  for (const question of questions) filled[question.id] = given(question, form);
  const answers: GivenAnswer[] = [];
  const errors: ReadForm['errors'] = {};
  for (const question of questions) {
    const values = filled[question.id] ?? [];
    if (!isAsked(question, questions, (id) => filled[id] ?? [])) continue;
    if (values.length > 0) answers.push(answerTo(question, values));
    else if (question.required) errors[question.id] = 'choose-one';
    if (question.kind === 'text' && (values[0]?.length ?? 0) > question.longest) errors[question.id] = 'too-long';
  }
  return { filled, answers, errors };
}

function given(question: Question, form: URLSearchParams): string[] {
  if (question.kind === 'text') {
    const text = (form.get(question.id) ?? '').replace(/\r\n?/g, '\n').trim();
    return text ? [text] : [];
  }
  const offered = valuesOf(question);
  const chosen = [...new Set(form.getAll(question.id))].filter((value) => offered.includes(value));
  return question.kind === 'choice' && question.several ? chosen : chosen.slice(0, 1);
}

function answerTo(question: Question, values: string[]): GivenAnswer {
  const { id } = question;
  if (question.kind === 'text') return { question: id, kind: 'text', text: values[0] ?? '' };
  if (isRated(question))
    return { question: id, kind: question.kind, value: Number(values[0]), ...scales[question.kind] };
  const { choices, perceives } = question as Extract<Question, { kind: 'choice' }>;
  const offered = choices.map((choice) => choice.id);
  return { question: id, kind: 'choice', choices: values, offered, ...(perceives && { perceives }) };
}
