import { formatNumber } from '../../shared/dates.ts';
import { type Html, html } from '../../shared/html.ts';
import { direction, type Language } from '../../shared/language.ts';
import { type ChoiceQuestion, isRated, type Question, type RatedQuestion, type TextQuestion } from '../question.ts';
import { scales } from '../scales.ts';
import { isShownFor } from '../shown.ts';
import { face } from './face.ts';
import { type FormError, formWords } from './form-words.ts';
import { scaleWords } from './scale-words.ts';
import { scores } from './score-words.ts';

/** What was filled in, by question; as it came from a form. */
export type Filled = Partial<Record<string, string[]>>;

export type Shown = {
  language: Language;
  questions: readonly Question[];
  filled: Filled;
  errors: Partial<Record<string, FormError>>;
};

/** The question at this place of the survey, with what was filled in and what is wrong with it; `lead` below its title. */
export function questionHtml(index: number, shown: Shown, lead?: Html): Html {
  const question = shown.questions[index] as Question;
  const body = bodyOf(question, shown);
  if (question.kind === 'text') return html`<div class="question${followingClass(index, question)}">${body}</div>\n`;
  const { id, required } = question;
  const title = wordsIn(question.text, shown);
  const legend =
    index === 0 ? html`<h1>${title}</h1>` : html`<h2>${title}${required ? undefined : optional(shown)}</h2>`;
  const wrong = shown.errors[id];
  return html`<fieldset class="question${followingClass(index, question)}"${describedBy(index, wrong && id)}>
<legend>${legend}</legend>
${lead}${wrong && html`<p class="wrong" id="${id}-error">${errorText(wrong, question, shown)}</p>\n`}${body}</fieldset>
`;
}

/** What is wrong with the answer to a question, in words. */
export function errorText(error: FormError, question: Question, { language }: Pick<Shown, 'language'>): string {
  const limit = question.kind === 'text' ? question.longest : 0;
  return formWords[language].errors[error](formatNumber(limit, language));
}

/** Where a problem with a question leads: its first field. */
export const fieldOf = (question: Question): string =>
  question.kind === 'text' ? question.id : `${question.id}-${valuesOf(question)[0]}`;

export const valuesOf = (question: RatedQuestion | ChoiceQuestion): string[] => {
  if (question.kind === 'choice') return question.choices.map(({ id }) => id);
  const { from, to } = scales[question.kind];
  return Array.from({ length: to - from + 1 }, (_, point) => String(from + point));
};

const wordsIn = (words: Question['text'], { language }: Shown): string => words[language] ?? '';
const optional = ({ language }: Shown): Html => html` <span class="hint">${formWords[language].optional}</span>`;
const followingClass = (index: number, { onlyIf }: Question): string => (onlyIf ? ` follows q${index}` : '');
const describedBy = (index: number, wrong: string | undefined): Html | undefined => {
  const ids = [...(index === 0 ? ['about'] : []), ...(wrong ? [`${wrong}-error`] : [])];
  return ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : undefined;
};

function bodyOf(question: Question, shown: Shown): Html {
  if (question.kind === 'text') return textField(question, shown);
  if (question.kind === 'choice') return choiceField(question, shown);
  return ratingField(question, shown);
}

function ratingField(question: RatedQuestion, shown: Shown): Html {
  const labels = scaleWords[shown.language][question.kind];
  const number = (value: string) => formatNumber(Number(value), shown.language);
  const values = valuesOf(question);
  if (question.kind === 'csat' || question.kind === 'likert') {
    const label = (value: string, index: number) =>
      html`${question.kind === 'csat' ? html`<span class="number">${number(value)}</span>${face(scores[index] ?? 3)}` : undefined}<span>${labels[Number(value)]}</span>`;
    const style = question.kind === 'csat' ? 'choices faces' : 'choices';
    return html`<div class="${style}">\n${values.map((value, index) => option(question, value, label(value, index), shown))}</div>\n`;
  }
  const { from, to } = scales[question.kind];
  const point = (value: string) => {
    const meaning = labels[Number(value)];
    return html`<span class="number">${number(value)}</span>${meaning && html`<span class="unseen">${meaning}</span>`}`;
  };
  return html`<div class="points ${question.kind}">\n${values.map((value) => option(question, value, point(value), shown))}</div>
<p class="ends" aria-hidden="true"><span>${labels[from]}</span><span>${labels[to]}</span></p>
`;
}

const choiceField = (question: ChoiceQuestion, shown: Shown): Html =>
  html`<div class="choices">\n${question.choices.map(({ id, text }) => option(question, id, html`<span>${wordsIn(text, shown)}</span>`, shown))}</div>\n`;

function option(question: RatedQuestion | ChoiceQuestion, value: string, label: Html, shown: Shown): Html {
  const { id } = question;
  const type = question.kind === 'choice' && question.several ? 'checkbox' : 'radio';
  const checked = shown.filled[id]?.includes(value) ? ' checked' : '';
  const opens = shown.questions.flatMap((other, index) =>
    other.onlyIf?.question === id && isShownFor(other.onlyIf, [value], isRated(question)) ? [`t${index}`] : [],
  );
  const marks = opens.length > 0 ? html` class="${opens.join(' ')}"` : undefined;
  return html`<label class="choice"><input type="${type}" name="${id}" id="${id}-${value}" value="${value}"${marks}${checked}>${label}</label>\n`;
}

function textField(question: TextQuestion, shown: Shown): Html {
  const { id, longest } = question;
  const say = formWords[shown.language];
  const wrong = shown.errors[id];
  const kept = (shown.filled[id]?.[0] ?? '').replace(/\r\n?/g, '\n').slice(0, longest);
  const describing = `${id}-hint${wrong ? ` ${id}-error` : ''}`;
  // The browser drops the first line break of a textarea, so there is one to drop.
  return html`<label for="${id}">${wordsIn(question.text, shown)}${question.required ? undefined : optional(shown)}</label>
<p class="hint" id="${id}-hint">${say.textHint(formatNumber(longest, shown.language))}</p>
${wrong && html`<p class="wrong" id="${id}-error">${errorText(wrong, question, shown)}</p>\n`}<textarea id="${id}" name="${id}" rows="5" maxlength="${longest}" dir="${kept ? 'auto' : direction(shown.language)}" aria-describedby="${describing}"${wrong ? html` aria-invalid="true"` : undefined}>
${kept}</textarea>`;
}
