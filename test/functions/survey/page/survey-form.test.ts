import { describe, expect, test } from 'vitest';
import { Language } from '../../../../functions/shared/language.ts';
import { formWords } from '../../../../functions/survey/page/form-words.ts';
import { scores, scoreWords } from '../../../../functions/survey/page/score-words.ts';
import { type SurveyForm, surveyForm } from '../../../../functions/survey/page/survey-form.ts';
import { surveyPolicy } from '../../../../functions/survey/plan-survey.ts';
import { payloads } from '../../shared/payloads.ts';

const commentLimit = surveyPolicy.longestComment;
const caseId = 'case_0123456789abcdefghjkmnpqrs';
const organisation = 'Example Bank';
const show = (form: Partial<SurveyForm> = {}) => surveyForm({ language: 'en', organisation, caseId, ...form });
const ids = (body: string) => [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
const referred = (body: string) =>
  [...body.matchAll(/ (?:for|aria-describedby|aria-labelledby|href)="#?([^"]+)"/g)].flatMap(([, to = '']) =>
    to.split(' '),
  );

describe.each(Language.options)('the form in the language %s', (language) => {
  test('asks one question with five answers, each in words and in the digits of the language', () => {
    const { body, statusCode } = show({ language });
    expect(statusCode).toBe(200);
    expect(body.match(/<input type="radio" name="score"[^>]*value="[1-5]"/g)).toHaveLength(5);
    for (const score of scores) expect(body).toContain(`<span>${scoreWords[language][score]}</span></label>`);
    expect(body.match(/class="number">.</g)?.join('')).toContain(language === 'fa' ? '۴' : '4');
    expect(body).toContain(`<legend><h1>${formWords[language].question}</h1></legend>`);
  });

  test('sends by POST to the address it came from, and asks nothing else', () => {
    const { body } = show({ language });
    expect(body.match(/<form[^>]*>/g)).toEqual(['<form method="post">']);
    expect(new Set([...body.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name))).toEqual(
      new Set(['viewport', 'score', 'comment']),
    );
    expect(body).toContain(`<button type="submit">${formWords[language].send}</button>`);
  });

  test.each([undefined, 'choose-a-score', 'comment-too-long'] as const)(
    'connects every field with its label, its hint and its problem (%s)',
    (error) => {
      const { body } = show({ language, error });
      expect(new Set(ids(body)).size).toBe(ids(body).length);
      expect(ids(body)).toEqual(expect.arrayContaining(referred(body)));
      expect(body).toContain('<label for="comment">');
      expect(body.match(/<label class="choice"><input/g)).toHaveLength(5);
    },
  );
});

test('nothing is chosen beforehand, unless the link in the mail said so', () => {
  expect(show().body).not.toContain(' checked');
  expect(show({ preselected: 4 }).body.match(/value="\d" checked/g)).toEqual(['value="4" checked']);
});

test('the case is named by its short reference, isolated from the sentence', () => {
  expect(show({ language: 'fa' }).body).toContain('<bdi>JKMNPQRS</bdi>');
  expect(show().body).not.toContain(caseId);
});

describe('an answer that was not right', () => {
  test('without a score: says so on top, with the way to the first choice, and keeps the comment', () => {
    const { body, statusCode } = show({ error: 'choose-a-score', comment: 'All fine' });
    expect(statusCode).toBe(422);
    expect(body).toContain('<title>Error: ');
    expect(body).toContain('<a href="#score-1">Choose how satisfied you are</a>');
    expect(body).toContain('aria-describedby="about score-error"');
    expect(body).toContain('All fine</textarea>');
  });

  test('with a comment too long: keeps the choice and as much of the comment as is allowed', () => {
    const { body, statusCode } = show({
      language: 'fa',
      error: 'comment-too-long',
      preselected: 2,
      comment: 'س'.repeat(9000),
    });
    expect(statusCode).toBe(422);
    expect(body).toContain('<a href="#comment">نظر شما در ۲٬۰۰۰ نویسه بریده شد');
    expect(body).toContain('aria-invalid="true"');
    expect(body).toContain('value="2" checked');
    expect(body.match(/س{100,}/)?.[0]).toHaveLength(commentLimit);
  });
});

describe('the comment', () => {
  const commentOf = (comment: string) => show({ comment }).body.match(/<textarea[^>]*>\n([\s\S]*?)<\/textarea>/)?.[1];

  test('comes back with its line breaks, the first one too', () => {
    expect(commentOf('\r\none\r\ntwo')).toBe('\none\ntwo');
  });

  test('is never cut through a character', () => {
    expect(commentOf(`${'a'.repeat(commentLimit - 1)}🙂`)).toBe('a'.repeat(commentLimit - 1));
  });

  test('begins on the side of the page, and follows its own letters once it has some', () => {
    expect(show({ language: 'fa' }).body).toContain('maxlength="2000" dir="rtl"');
    expect(show({ language: 'fa', comment: 'hello' }).body).toContain('maxlength="2000" dir="auto"');
  });

  test.each(payloads)('stays a comment: %j', (payload) => {
    const structure = (body: string) =>
      body.replace(/(<textarea[^>]*)dir="\w+"([^>]*>)[^<]*/, '$1$2').match(/<[^>]*>/g);
    const { body } = show({ comment: payload });
    expect(structure(body)).toEqual(structure(show().body));
  });
});
