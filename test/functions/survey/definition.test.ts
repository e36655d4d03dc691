import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import type { SurveyDefinition } from '../../../functions/survey/definition.ts';
import { shippedDefinitions } from '../../../functions/survey/shipped-definitions.ts';
import { shippedRules } from '../../../functions/survey/survey-rules.ts';
import { startEntries } from '../../support/entries.ts';
import { httpEvent } from '../../support/http-event.ts';

await startEntries({ admin: 'any' });
type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
let handlers: Record<'put' | 'get' | 'putRules' | 'getRules', Handler>;
beforeAll(async () => {
  handlers = {
    put: (await import('../../../functions/survey/put-definition.api.ts')).handler,
    get: (await import('../../../functions/survey/get-definition.api.ts')).handler,
    putRules: (await import('../../../functions/survey/put-rules.api.ts')).handler,
    getRules: (await import('../../../functions/survey/get-rules.api.ts')).handler,
  };
});

async function call(name: keyof typeof handlers, request: Parameters<typeof httpEvent>[0] = {}) {
  const claims = { sub: 'adam', roles: 'admin' };
  const { statusCode, body = 'null' } = await handlers[name](httpEvent({ ...request, claims }));
  return { status: statusCode, body: JSON.parse(body) };
}
const put = (surveyId: string, body: unknown) => call('put', { path: { surveyId }, body });
const get = (surveyId: string, query?: Record<string, string>) =>
  call('get', { path: { surveyId }, ...(query && { query }) });

const after = shippedDefinitions['after-case'] as SurveyDefinition;
const changed = (change: (draft: SurveyDefinition) => void): SurveyDefinition => {
  const draft = structuredClone(after);
  change(draft);
  return draft;
};
/** What is said of each field that is not right. */
const refusalsOf = async (body: unknown) => {
  const answer = await put('draft', body);
  expect(answer.status).toBe(400);
  return (answer.body.errors as { field: string; message: string }[]).map(
    ({ field, message }) => `${field} ${message}`,
  );
};

describe('a survey', () => {
  test.each(Object.keys(shippedDefinitions))(
    '%s comes with the service, as version 0, and can be saved as it is',
    async (id) => {
      expect((await get(id)).body).toMatchObject({ surveyId: id, version: 0, ...shippedDefinitions[id] });
      expect((await put(id, shippedDefinitions[id])).body).toMatchObject({ version: 1 });
    },
  );

  test('keeps every version, so that an answer can always be read with its question', async () => {
    await put('kept', after);
    const better = changed(({ questions }) => {
      (questions[0] as { text: object }).text = { en: 'How was it?', fa: 'چطور بود؟' };
    });
    expect((await put('kept', better)).body.version).toBe(2);
    expect((await put('kept', better)).body.version).toBe(2);
    expect((await get('kept', { version: '1' })).body.questions[0].text).toEqual(after.questions[0]?.text);
    expect((await get('kept')).body.questions[0].text.en).toBe('How was it?');
  });

  test('that never was is not found', async () => {
    expect((await get('never')).status).toBe(404);
    expect((await get('after-case', { version: '99' })).status).toBe(404);
  });
});

describe('a survey is refused, field by field,', () => {
  test('without a purpose or an owner: nobody is asked for nothing', async () => {
    expect(await refusalsOf({ ...after, purpose: ' ', owner: undefined })).toEqual([
      'purpose must be at least 10 characters long',
      'owner is missing',
    ]);
  });

  test('when a text is missing in one of its languages, or is there in another', async () => {
    const draft = changed(({ questions }) => {
      (questions[0] as { text: object }).text = { en: 'How was it?' };
      (questions[1] as { choices: { text: object }[] }).choices[2] = {
        id: 'asked-again',
        text: { fa: 'دوباره' },
      } as never;
    });
    expect(await refusalsOf(draft)).toEqual([
      'questions.0.text.fa is missing',
      'questions.1.choices.2.text.en is missing',
    ]);
    expect(await refusalsOf({ ...draft, languages: ['fa'] })).toContain(
      'questions.0.text.en is not a language of this survey',
    );
  });

  test('when it does not begin with a rating that everybody gives', async () => {
    expect(await refusalsOf(changed(({ questions }) => questions.reverse()))).toContainEqual(
      expect.stringMatching(/^questions\.0 must be a rating/),
    );
  });

  test('when a follow-up follows nothing, or never, or always', async () => {
    const follows = (onlyIf: object) => changed(({ questions }) => Object.assign(questions[1] as object, { onlyIf }));
    const field = 'questions.1.onlyIf';
    expect(await refusalsOf(follows({ question: 'comment', atMost: 2 }))).toEqual([
      `${field}.question must be a question before this one`,
    ]);
    for (const never of [{ atMost: 0 }, { atLeast: 6 }, { atLeast: 4, atMost: 2 }, {}, { atLeast: 1 }, { is: ['x'] }])
      expect(await refusalsOf(follows({ question: 'satisfaction', ...never }))).toEqual([
        `${field} must name a part of the scale from 1 to 5, with atLeast or atMost`,
      ]);
  });

  test('when a perception can not be compared with an expectation', async () => {
    const draft = changed(({ questions }) => (questions[2] as { choices: object[] }).choices.reverse());
    expect(await refusalsOf(draft)).toEqual([
      'questions.2.choices must be hours, one-day, few-days, one-week, longer, to compare with what was expected',
    ]);
  });

  test('when it is anonymous and asks what would tell who answered', async () => {
    expect(await refusalsOf({ ...after, anonymous: true })).toEqual([
      'questions.2.perceives must not be compared with what the customer of a case expected, in an anonymous survey',
      'questions.3.perceives must not be compared with what the customer of a case expected, in an anonymous survey',
      'questions.4.kind must not be text in an anonymous survey',
    ]);
  });

  test('when a name is used twice', async () => {
    const draft = changed(({ questions }) => Object.assign(questions[4] as object, { id: 'took' }));
    expect(await refusalsOf(draft)).toEqual(['questions.4.id is used twice']);
  });
});

describe('the rules', () => {
  test('come with the service and can be changed', async () => {
    expect((await call('getRules')).body).toEqual({ version: 0, ...shippedRules });
    const body = { ...shippedRules, delayHours: 2 };
    expect((await call('putRules', { body })).status).toBe(200);
    expect((await call('getRules')).body).toMatchObject({ version: 1, by: 'adam', delayHours: 2 });
  });

  test('name surveys that there are, and none about the relationship after a case', async () => {
    const body = { ...shippedRules, after: { 'lost-card': 'never', 'suspicious-payment': 'relationship' } };
    const { status, body: answer } = await call('putRules', { body });
    expect(status).toBe(400);
    expect(answer.errors).toEqual([
      { field: 'after.lost-card', message: 'names a survey that does not exist: never' },
      { field: 'after.suspicious-payment', message: 'must be a transactional survey, which relationship is not' },
    ]);
  });

  test('ask nobody anonymously whether a call made it good: those who were called are few and known', async () => {
    const anonymous = { ...after, anonymous: true, questions: after.questions.slice(0, 2) };
    await put('nameless', anonymous);
    const recovery = { ...shippedRules.recovery, survey: 'nameless' };
    const { body } = await call('putRules', { body: { ...shippedRules, recovery } });
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['recovery.survey']);
    const all = { 'lost-card': 'nameless', 'suspicious-payment': 'nameless' };
    expect((await call('putRules', { body: { ...shippedRules, after: all } })).status).toBe(200);
  });

  test('leave time to answer after the last reminder', async () => {
    const body = { ...shippedRules, reminders: 3, remindAfterDays: 5, openDays: 15 };
    expect((await call('putRules', { body })).body.errors).toEqual([
      { field: 'openDays', message: 'must leave time to answer after the last reminder' },
    ]);
  });
});
