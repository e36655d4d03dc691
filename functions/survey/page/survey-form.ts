import { caseReference } from '../../shared/case-reference.ts';
import { formatNumber } from '../../shared/dates.ts';
import { type Html, html, isolate, prose } from '../../shared/html.ts';
import { direction, type Language } from '../../shared/language.ts';
import { surveyPolicy } from '../plan-survey.ts';
import { face } from './face.ts';
import { type FormError, formWords } from './form-words.ts';
import { type Page, page } from './page.ts';
import { type Score, scores, scoreWords } from './score-words.ts';

// In UTF-16 units, as the browser counts them: a line break counts once.
const commentLimit = surveyPolicy.longestComment;

export type SurveyForm = {
  language: Language;
  organisation: string;
  caseId: string;
  preselected?: Score;
  error?: FormError;
  comment?: string;
};

/**
 * The question. It is sent as `score` (1 to 5) and `comment` to the address it came from; the answer to a form that
 * was not right is the same form with what was filled in, the problem said on top and linked to its field.
 */
export function surveyForm(form: SurveyForm): Page {
  const { language, error } = form;
  const say = formWords[language];
  const title = error ? `${say.errorTitle}: ${say.question}` : say.question;
  const content = html`${error && problem(error, form)}<form method="post">
${question(form)}
${commentField(form)}
<button type="submit">${say.send}</button>
</form>`;
  return page(error ? 422 : 200, form, title, content);
}

const fields: Record<FormError, string> = { 'choose-a-score': 'score-1', 'comment-too-long': 'comment' };

const problem = (error: FormError, { language }: SurveyForm): Html =>
  html`<div class="problem" role="alert" tabindex="-1" autofocus aria-labelledby="problem">
<h2 id="problem">${formWords[language].problem}</h2>
<a href="#${fields[error]}">${errorText(error, language)}</a>
</div>
`;

const errorText = (error: FormError, language: Language): string =>
  formWords[language].errors[error](formatNumber(commentLimit, language));

function question({ language, caseId, preselected, error }: SurveyForm): Html {
  const say = formWords[language];
  const wrong = error === 'choose-a-score';
  return html`<fieldset aria-describedby="about${wrong ? ' score-error' : ''}">
<legend><h1>${say.question}</h1></legend>
<p class="hint" id="about">${prose(say.about(isolate(caseReference(caseId))))}</p>
${wrong ? html`<p class="wrong" id="score-error">${errorText(error, language)}</p>` : undefined}
<div class="choices">
${scores.map((score) => choice(score, language, score === preselected))}</div>
</fieldset>`;
}

const choice = (score: Score, language: Language, checked: boolean): Html =>
  html`<label class="choice"><input type="radio" name="score" id="score-${score}" value="${score}"${checked ? ' checked' : ''}><span class="number">${formatNumber(score, language)}</span>${face(score)}<span>${scoreWords[language][score]}</span></label>
`;

function commentField({ language, error, comment = '' }: SurveyForm): Html {
  const say = formWords[language];
  const wrong = error === 'comment-too-long';
  const kept = comment.replace(/\r\n?/g, '\n').slice(0, commentLimit);
  // The browser drops the first line break of a textarea, so there is one to drop.
  return html`<label for="comment">${say.comment}</label>
<p class="hint" id="comment-hint">${say.commentHint(formatNumber(commentLimit, language))}</p>
${wrong ? html`<p class="wrong" id="comment-error">${errorText(error, language)}</p>\n` : undefined}<textarea id="comment" name="comment" rows="5" maxlength="${commentLimit}" dir="${kept ? 'auto' : direction(language)}" aria-describedby="comment-hint${wrong ? ' comment-error' : ''}"${wrong ? html` aria-invalid="true"` : undefined}>
${kept}</textarea>`;
}
