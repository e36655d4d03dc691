import { describe, expect, test } from 'vitest';
import type { Access } from '../../../functions/access/access.ts';
import { shippedCalendars } from '../../../functions/calendar/shipped-calendars.ts';
import { shippedAccessRules } from '../../../functions/observation/access-rules.ts';
import { outOfPattern, type Reader } from '../../../functions/observation/out-of-pattern.ts';
import { whyOf } from '../../../functions/observation/words/observation-words.ts';

const day = '2026-11-24';
const theirs = `case_${'1'.repeat(26)}`;
const foreign = `case_${'2'.repeat(26)}`;
const berlin = shippedCalendars.find(({ timeZone }) => timeZone === 'Europe/Berlin');
const ann: Reader = {
  id: 'ann',
  timeZone: 'Europe/Berlin',
  calendar: berlin,
  closeTo: [],
  cases: new Set([theirs]),
};

const call = (more: Partial<Access> = {}): Access => ({
  ...{ about: 'cus_amir', at: `${day}T10:00:00.000Z`, requestId: 'r', reader: 'ann', roles: ['agent'] },
  ...{ scope: 'any', route: 'GET /cases/{caseId}', status: 200, caseId: theirs },
  ...more,
});
const many = (count: number, more: (n: number) => Partial<Access>) =>
  Array.from({ length: count }, (_, n) => call(more(n)));
const found = (calls: Access[], reader: Partial<Reader> = {}) =>
  outOfPattern({ ...ann, ...reader }, calls, shippedAccessRules, day);
const kinds = (...asked: Parameters<typeof found>) => found(...asked).map(({ kind }) => kind);

test('a day of ordinary work is not out of the ordinary', () => {
  expect(found(many(80, (n) => ({ about: `cus_${n}` })))).toEqual([]);
});

describe('it is out of the ordinary', () => {
  test('to read the data of very many customers, and it says how many', () => {
    const [observation] = found(many(101, (n) => ({ about: `cus_${n}` })));
    expect(observation).toMatchObject({
      id: `${day}.ann.many-customers`,
      by: 'ann',
      data: { count: 101, limit: 100, day },
    });
    expect(observation && whyOf(observation, 'en')).toBe('Read data of 101 customers on 2026-11-24, more than 100');
  });

  test('but not to read about one customer very often', () => expect(kinds(many(500, () => ({})))).toEqual([]));

  test('to be refused again and again: not found counts like not allowed', () => {
    const refused = many(11, (n) => ({ about: `case_${n}`, status: n % 2 ? 403 : 404 }));
    expect(kinds(refused)).toEqual(['many-refused']);
    expect(kinds(refused.slice(1))).toEqual([]);
  });

  test('also of a customer who tries the doors of others', () => {
    const tried = many(11, () => ({ scope: 'own', roles: ['customer'], status: 404, reader: 'carl' }));
    expect(kinds(tried, { id: 'carl' })).toEqual(['many-refused']);
  });

  test.each([
    ['at three in the night', '2026-11-24T02:00:00.000Z', true],
    ['on a Sunday', '2026-11-22T10:00:00.000Z', true],
    ['an hour before the office opens', '2026-11-24T07:00:00.000Z', false],
  ])('to read %s: %s %s', (_, at, isFound) => {
    expect(kinds([call({ at })])).toEqual(isFound ? ['off-hours'] : []);
  });

  test('by the clock and the week of where they are: a Friday is free in Tehran, a Sunday is not', () => {
    const tehran = shippedCalendars.find(({ timeZone }) => timeZone === 'Asia/Tehran');
    const reader = { calendar: tehran, timeZone: 'Asia/Tehran' };
    expect(kinds([call({ at: '2026-11-20T08:00:00.000Z' })], reader)).toEqual(['off-hours']);
    expect(kinds([call({ at: '2026-11-22T08:00:00.000Z' })], reader)).toEqual([]);
  });

  test('to read about customers with whom neither they nor their team have a case', () => {
    const calls = [call(), call({ about: 'cus_star', caseId: foreign }), call({ about: 'cus_else', caseId: foreign })];
    const [observation] = found(calls);
    expect(observation).toMatchObject({
      kind: 'no-case-with-them',
      data: { count: 2, customers: 'cus_star cus_else' },
    });
  });

  test('but not when they have another case with them, or did something that stands in the history', () => {
    expect(kinds([call({ caseId: foreign }), call()])).toEqual([]);
    expect(kinds([call({ caseId: foreign }), call({ caseId: foreign, route: 'POST /cases' })])).toEqual([]);
    expect(kinds([call({ caseId: foreign, shown: [theirs] })])).toEqual([]);
  });

  test('to read about oneself, or about somebody one said to be close to', () => {
    expect(kinds([call({ about: 'ann' })])).toEqual(['somebody-close']);
    expect(found([call({ about: 'cus_wife' })], { closeTo: ['cus_wife'] })).toMatchObject([
      { kind: 'somebody-close', about: 'cus_wife', data: { count: 1 } },
    ]);
  });
});

describe('it is in the ordinary', () => {
  test('for a customer to look at what is theirs, at night as well', () => {
    const own = call({ scope: 'own', roles: ['customer'], about: 'carl', at: `${day}T02:00:00.000Z` });
    expect(kinds([own], { id: 'carl' })).toEqual([]);
  });

  test('for an auditor to look at cases of any team, and for a machine to work at night', () => {
    expect(kinds([call({ roles: ['auditor'], caseId: foreign })])).toEqual([]);
    expect(kinds([call({ roles: ['service'], caseId: foreign, at: `${day}T02:00:00.000Z` })])).toEqual([]);
  });

  test('to look at a list of many: it shows no names', () => {
    expect(kinds(many(200, (n) => ({ about: `many#${day}`, shown: [`case_${n}`] })))).toEqual([]);
  });
});
