import { caseReference } from '../../shared/case-reference.ts';
import { formatDateTime, formatNumber } from '../../shared/dates.ts';
import { type Html, html, isolate, prose } from '../../shared/html.ts';
import type { Language } from '../../shared/language.ts';
import type { Instant } from '../../shared/now.ts';
import { smallestCrowd } from '../anonymity.ts';
import type { SurveyDefinition } from '../definition.ts';
import { type FormError, type FormProblem, formWords } from './form-words.ts';
import { type Page, page } from './page.ts';
import { errorText, type Filled, fieldOf, questionHtml } from './question-html.ts';

export type SurveyForm = {
  language: Language;
  timeZone: string;
  organisation: string;
  /** The case it is about; a survey about the relationship is about none. */
  caseId?: string;
  /** Nobody finds out who answered what; the page says what that means. */
  anonymous?: true | undefined;
  definition: Pick<SurveyDefinition, 'questions'>;
  /** Good for one answer: whoever sends it again sends nothing new. */
  formToken: string;
  filled?: Filled;
  errors?: Partial<Record<string, FormError>>;
  /** There when it was answered before: until when that can be changed. */
  changeUntil?: Instant;
  /** Another answer came since the page was opened, or no person can have read it. */
  wrong?: FormProblem | undefined;
};

/**
 * The questions. They are sent by their names to the address they came from; the answer to a form that was not right
 * is the same form with what was filled in, the problems said on top and linked to their fields.
 */
export function surveyForm(form: SurveyForm): Page {
  const { language, timeZone, definition, errors = {}, filled = {}, changeUntil, wrong, anonymous } = form;
  const { questions } = definition;
  const say = formWords[language];
  const shown = { language, questions, filled, errors };
  const isWrong = wrong !== undefined || Object.keys(errors).length > 0;
  const title = questions[0]?.text[language] ?? '';
  const until = changeUntil && isolate(formatDateTime(changeUntil, language, timeZone));
  const told = [form.caseId && say.about(isolate(caseReference(form.caseId))), until && say.answered(until)];
  const about = html`<p class="hint" id="about">${prose(told.filter(Boolean).join(' '))}</p>\n`;
  const content = html`${isWrong ? problems(form) : undefined}${anonymous && promise(language)}<form method="post">
<input type="hidden" name="_form" value="${form.formToken}">
${questions.map((_, index) => questionHtml(index, shown, index === 0 ? about : undefined))}<button type="submit">${changeUntil ? say.change : say.send}</button>
</form>`;
  return page(isWrong ? 422 : 200, form, isWrong ? `${say.errorTitle}: ${title}` : title, content);
}

/** What is promised, before anything is asked. */
function promise(language: Language): Html {
  const { title, sentences } = formWords[language].anonymous(formatNumber(smallestCrowd, language));
  return html`<section class="promise" aria-labelledby="promise">
<p id="promise">${title}</p>
<ul>
${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>
</section>
`;
}

function problems({ language, definition, errors = {}, wrong: problem }: SurveyForm): Html {
  const say = formWords[language];
  const wrong = definition.questions.flatMap((question) => {
    const error = errors[question.id];
    if (!error) return [];
    return [
      html`<li><a href="#${fieldOf(question)}">${question.text[language]}</a> ${errorText(error, question, { language })}</li>\n`,
    ];
  });
  return html`<div class="problem" role="alert" tabindex="-1" autofocus aria-labelledby="problem">
<h2 id="problem">${say.problem}</h2>
${problem ? html`<p>${say.problems[problem]}</p>\n` : undefined}${wrong.length > 0 ? html`<ul>\n${wrong}</ul>\n` : undefined}</div>
`;
}
