import { describe, expect, test } from 'vitest';
import { lasting } from '../../../functions/console/page/format.ts';
import { tidy } from '../../../functions/console/page/graph/tidy.ts';
import { hashOf, placeOf, toRun } from '../../../functions/console/page/place.ts';
import { claimsOf } from '../../../functions/console/page/sign-in/claims.ts';

describe('where somebody is in the console', () => {
  test.each([
    ['#/cases?status=open&age=7'],
    ['#/cases/case_1'],
    ['#/cases/case_1/runs/case_1-1?state=Anything+suspicious%3F'],
    ['#/runs?machine=survey'],
    ['#/stuck'],
  ])('%s is an address that can be kept and sent to somebody', (hash) => {
    expect(hashOf(placeOf(hash))).toBe(hash);
  });

  test.each(['', '#', '#/nowhere', '#/cases/'])('%j is all cases', (hash) => {
    expect(placeOf(hash)).toEqual({ view: 'cases', filters: {} });
  });

  test('a state that nobody has chosen is not in the address', () => {
    expect(toRun('case_1', 'case_1-1')).toBe('#/cases/case_1/runs/case_1-1');
  });
});

describe('what is told of time', () => {
  test.each([
    [0, '0 s', '۰ ثانیه'],
    [61_000, '1 min 1 s', '۱ دقیقه و ۱ ثانیه'],
    [3_600_000, '1 h', '۱ ساعت'],
    [3 * 86_400_000 + 4.5 * 3_600_000, '3 d 4 h', '۳ روز و ۴ ساعت'],
    [-5, '0 s', '۰ ثانیه'],
  ])('%d ms', (ms, en, fa) => {
    expect([lasting(ms, 'en'), lasting(ms, 'fa')]).toEqual([en, fa]);
  });
});

describe('who has signed in', () => {
  const token = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;

  test('is read from the token, whatever letters the name has and however the roles are listed', () => {
    expect(claimsOf(token({ sub: 'امید', groups: ['agent', 'manager'] }), 'groups')).toEqual({
      ...{ person: 'امید', roles: ['agent', 'manager'] },
    });
    expect(claimsOf(token({ sub: 'a', groups: 'agent auditor' }), 'groups').roles).toEqual(['agent', 'auditor']);
    expect(claimsOf(token({ sub: 'a' }), 'groups').roles).toEqual([]);
  });
});

describe('what a state was given, as people read it', () => {
  test('JSON within JSON is opened', () => {
    expect(tidy('{"a":"{\\"b\\":1}"}')).toBe('{\n  "a": {\n    "b": 1\n  }\n}');
  });
  test('the token by which a person is answered for is not shown, however deep it lies', () => {
    const shown = tidy(
      JSON.stringify({ parameters: JSON.stringify({ Payload: { taskToken: 'secret', caseId: 'c' } }) }),
    );
    expect(shown).not.toContain('secret');
    expect(shown).toContain('"caseId": "c"');
  });
  test('of an error of a function, what it says', () => {
    expect(tidy('{"errorType":"Busy","errorMessage":"The ledger is busy","trace":["…"]}')).toBe('The ledger is busy');
  });
  test.each(['', 'plain words', '{not json', '12'])('%j stays what it is', (text) => expect(tidy(text)).toBe(text));
});
