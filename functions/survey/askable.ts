import type * as z from 'zod/mini';
import type { Language } from '../shared/language.ts';
import { PerceivedOutcome, WishedTime } from './expectation.ts';
import { type ChoiceQuestion, isRated, type OnlyIf, type Question, type Words } from './question.ts';
import { scales } from './scales.ts';

type Asked = { languages: Language[]; anonymous?: true | undefined; questions: Question[] };
type Refuse = (message: string, ...path: (string | number)[]) => void;

/** Each thing that is wrong with a definition is named by its field. */
export function mustBeAskable({ value, issues }: z.core.ParsePayload<Asked>): void {
  const refuse: Refuse = (message, ...path) => issues.push({ code: 'custom', path, message, input: value });
  const { languages, anonymous, questions } = value;
  if (new Set(languages).size < languages.length) refuse('names a language twice', 'languages');
  const [first] = questions;
  if (first && (!isRated(first) || !first.required || first.onlyIf))
    refuse('must be a rating that is required of everybody: the mail offers it', 'questions', 0);
  for (const [index, question] of questions.entries()) {
    const here: Refuse = (message, ...path) => refuse(message, 'questions', index, ...path);
    const before = questions.slice(0, index);
    if (before.some(({ id }) => id === question.id)) here('is used twice', 'id');
    mustBeSaid(question.text, languages, (message, ...path) => here(message, 'text', ...path));
    if (question.kind === 'choice') choicesMustFit(question, languages, here);
    if (anonymous) mustTellNobody(question, here);
    if (question.onlyIf) conditionMustFit(question.onlyIf, before, here);
  }
}

function mustBeSaid(words: Words, languages: readonly Language[], refuse: Refuse): void {
  for (const language of languages) if (!words[language]) refuse('is missing', language);
  for (const language of Object.keys(words) as Language[])
    if (!languages.includes(language)) refuse('is not a language of this survey', language);
}

/** What somebody writes tells who they are, and so does what only they hoped for. */
function mustTellNobody(question: Question, refuse: Refuse): void {
  if (question.kind === 'text') refuse('must not be text in an anonymous survey', 'kind');
  if (question.kind === 'choice' && question.perceives)
    refuse('must not be compared with what the customer of a case expected, in an anonymous survey', 'perceives');
}

const comparable: Record<'time' | 'outcome', readonly string[]> = {
  time: WishedTime.options,
  outcome: PerceivedOutcome.options,
};

function choicesMustFit({ choices, perceives, several }: ChoiceQuestion, languages: Language[], refuse: Refuse): void {
  for (const [index, { id, text }] of choices.entries()) {
    if (choices.findIndex((one) => one.id === id) < index) refuse('is used twice', 'choices', index, 'id');
    mustBeSaid(text, languages, (message, ...path) => refuse(message, 'choices', index, 'text', ...path));
  }
  if (!perceives) return;
  const wanted = comparable[perceives];
  if (several) refuse('must be false: one perception compares with one expectation', 'several');
  if (choices.length !== wanted.length || choices.some(({ id }, index) => id !== wanted[index]))
    refuse(`must be ${wanted.join(', ')}, to compare with what was expected`, 'choices');
}

function conditionMustFit(
  { question, atLeast, atMost, is }: OnlyIf,
  before: readonly Question[],
  refuse: Refuse,
): void {
  const about = before.find(({ id }) => id === question);
  if (!about) refuse('must be a question before this one', 'onlyIf', 'question');
  else if (about.onlyIf) refuse('must be a question that everybody is asked', 'onlyIf', 'question');
  else if (isRated(about)) {
    const { from, to } = scales[about.kind];
    const [low, high] = [atLeast ?? from, atMost ?? to];
    if (is || low < from || high > to || low > high || (low === from && high === to))
      refuse(`must name a part of the scale from ${from} to ${to}, with atLeast or atMost`, 'onlyIf');
  } else {
    const offered = about.kind === 'choice' ? about.choices.map(({ id }) => id) : [];
    if (!is?.every((id) => offered.includes(id)) || atLeast !== undefined || atMost !== undefined)
      refuse('must name choices of that question, with is', 'onlyIf');
  }
}
