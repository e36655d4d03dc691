import { describe, expect, test } from 'vitest';
import { Language } from '../../../../functions/shared/language.ts';
import { formWords } from '../../../../functions/survey/page/form-words.ts';
import { scaleWords } from '../../../../functions/survey/page/scale-words.ts';
import { scores, scoreWords } from '../../../../functions/survey/page/score-words.ts';
import { afterCase, everyKind, showForm } from '../../../support/survey-form.ts';
import { payloads } from '../../shared/payloads.ts';

const ids = (body: string) => [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
const referred = (body: string) =>
  [...body.matchAll(/ (?:for|aria-describedby|aria-labelledby|href)="#?([^"]+)"/g)].flatMap(([, to = '']) =>
    to.split(' '),
  );
const errorsOf = (error: 'choose-one' | 'too-long') =>
  Object.fromEntries(everyKind.questions.map(({ id }) => [id, error]));

describe.each(Language.options)('the form in the language %s', (language) => {
  test('begins with the question of the mail, its five answers in words and in the digits of the language', () => {
    const { body, statusCode } = showForm({ language });
    expect(statusCode).toBe(200);
    expect(body.match(/<input type="radio" name="satisfaction"[^>]*value="[1-5]"/g)).toHaveLength(5);
    for (const score of scores) expect(body).toContain(`<span>${scoreWords[language][score]}</span></label>`);
    expect(body.match(/class="number">.</g)?.join('')).toContain(language === 'fa' ? '۴' : '4');
    expect(body).toContain(`<legend><h1>${afterCase.questions[0]?.text[language]}</h1></legend>`);
  });

  test('asks every kind of question, and says what the ends of each scale mean', () => {
    const { body } = showForm({ language, definition: everyKind });
    expect(body.match(/type="radio" name="recommend"/g)).toHaveLength(11);
    expect(body.match(/type="radio" name="easy"/g)).toHaveLength(7);
    expect(body.match(/type="radio" name="informed"/g)).toHaveLength(5);
    expect(body.match(/type="checkbox" name="went-wrong"/g)).toHaveLength(5);
    for (const end of [scaleWords[language].nps[10], scaleWords[language].ces[7], scaleWords[language].likert[5]])
      expect(body).toContain(`>${end}</span>`);
  });

  test('sends by POST to the address it came from, and asks nothing else', () => {
    const { body } = showForm({ language });
    expect(body.match(/<form[^>]*>/g)).toEqual(['<form method="post">']);
    const names = new Set([...body.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name));
    expect(names).toEqual(new Set(['viewport', '_form', ...afterCase.questions.map(({ id }) => id)]));
    expect(body).toContain(`<button type="submit">${formWords[language].send}</button>`);
  });

  test.each([undefined, 'choose-one', 'too-long'] as const)(
    'connects every field with its label, its hint and its problem (%s)',
    (error) => {
      const errors = error ? errorsOf(error) : {};
      const { body } = showForm({ language, definition: everyKind, errors });
      expect(new Set(ids(body)).size).toBe(ids(body).length);
      expect(ids(body)).toEqual(expect.arrayContaining(referred(body)));
      expect(body).toContain('<label for="comment">');
    },
  );
});

test('nothing is chosen beforehand, unless the link in the mail or an earlier answer said so', () => {
  expect(showForm().body).not.toContain(' checked');
  const { body } = showForm({ filled: { satisfaction: ['4'], 'went-wrong': ['too-slow', 'not-kind'] } });
  expect(body.match(/value="[\w-]+"[^>]* checked/g)?.map((one) => one.split('"')[1])).toEqual([
    '4',
    'too-slow',
    'not-kind',
  ]);
});

test('a follow-up is opened by the answers that ask for it, and by no others', () => {
  const { body } = showForm();
  const opening = [...body.matchAll(/name="satisfaction"[^>]*value="(\d)" class="t1"/g)].map(([, value]) => value);
  expect(opening).toEqual(['1', '2', '3']);
  expect(body).toContain('<fieldset class="question follows q1">');
  expect(body).toContain('form:not(:has(.t1:checked)) .q1');
});

test('the case is named by its short reference, isolated from the sentence', () => {
  expect(showForm({ language: 'fa' }).body).toContain('<bdi>JKMNPQRS</bdi>');
  expect(showForm().body).not.toContain('case_0123456789abcdefghjkmnpqrs');
});

test('whoever has answered is told until when they can change it, in their calendar and their time zone', () => {
  const changing = { changeUntil: '2025-10-20T11:00:00Z' };
  expect(showForm({ language: 'fa', ...changing }).body).toContain('<bdi>۲۸ مهر ۱۴۰۴ ساعت ۱۴:۳۰</bdi>');
  expect(showForm(changing).body).toContain('<button type="submit">Change my answer</button>');
});

describe('an answer that was not right', () => {
  test('without a choice: says so on top, with the way to the first choice, and keeps the comment', () => {
    const { body, statusCode } = showForm({
      errors: { satisfaction: 'choose-one' },
      filled: { comment: ['All fine'] },
    });
    expect(statusCode).toBe(422);
    expect(body).toContain('<title>Error: ');
    expect(body).toContain(
      '<a href="#satisfaction-1">How satisfied are you with the way we handled your case?</a> Choose one answer',
    );
    expect(body).toContain('aria-describedby="about satisfaction-error"');
    expect(body).toContain('All fine</textarea>');
  });

  test('with a text too long: keeps the choice and as much of the text as is allowed', () => {
    const { body, statusCode } = showForm({
      language: 'fa',
      errors: { comment: 'too-long' },
      filled: { satisfaction: ['2'], comment: ['س'.repeat(9000)] },
    });
    expect(statusCode).toBe(422);
    expect(body).toContain('<a href="#comment">چه چیزی را باید بدانیم؟</a> نوشته شما در ۲٬۰۰۰ نویسه بریده شد');
    expect(body).toContain('aria-invalid="true"');
    expect(body).toMatch(/value="2"[^>]* checked/);
    expect(body.match(/س{100,}/)?.[0]).toHaveLength(2000);
  });
});

describe('the comment', () => {
  const commentOf = (comment: string) =>
    showForm({ filled: { comment: [comment] } }).body.match(/<textarea[^>]*>\n([\s\S]*?)<\/textarea>/)?.[1];

  test('comes back with its line breaks, the first one too', () => {
    expect(commentOf('\r\none\r\ntwo')).toBe('\none\ntwo');
  });

  test('is never cut through a character', () => {
    expect(commentOf(`${'a'.repeat(1999)}🙂`)).toBe('a'.repeat(1999));
  });

  test('begins on the side of the page, and follows its own letters once it has some', () => {
    expect(showForm({ language: 'fa' }).body).toContain('maxlength="2000" dir="rtl"');
    const hello = { comment: ['hello'] };
    expect(showForm({ language: 'fa', filled: hello }).body).toContain('maxlength="2000" dir="auto"');
  });

  test.each(payloads)('stays a comment: %j', (payload) => {
    const structure = (body: string) =>
      body.replace(/(<textarea[^>]*)dir="\w+"([^>]*>)[^<]*/, '$1$2').match(/<[^>]*>/g);
    const { body } = showForm({ filled: { comment: [payload] } });
    expect(structure(body)).toEqual(structure(showForm().body));
  });
});

describe.each(payloads)('a question that somebody wrote stays a question: %j', (payload) => {
  test('whatever is in it', () => {
    const asking = (text: string) => ({ questions: [{ ...afterCase.questions[0], text: { en: text, fa: text } }] });
    const structure = (text: string) =>
      showForm({ definition: asking(text) as typeof afterCase }).body.match(/<[^>]*>/g);
    expect(structure(payload)).toEqual(structure('x'));
  });
});
