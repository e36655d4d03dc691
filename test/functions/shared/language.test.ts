import { describe, expect, test } from 'vitest';
import { direction, Language, languageFrom } from '../../../functions/shared/language.ts';

describe('the writing direction', () => {
  test('English runs to the right, Persian to the left', () => {
    expect(Language.options.map(direction)).toEqual(['ltr', 'rtl']);
  });
});

describe('a reader we know only by a browser', () => {
  test.each([
    ['fa-IR,fa;q=0.9,en;q=0.8', 'fa'],
    ['FA', 'fa'],
    ['de-DE,de;q=0.9,fa;q=0.5', 'fa'],
    ['en-GB, fa;q=0.7', 'en'],
    ['fa;q=0.2, en;q=0.9', 'en'],
    ['fa;q=0, en;q=0.1', 'en'],
    ['fa ; q=0.8 , en;q=0.3', 'fa'],
  ])('gets the language they asked for most: %s', (header, language) => {
    expect(languageFrom(header)).toBe(language);
  });

  test.each([
    [undefined],
    [''],
    ['*'],
    ['de'],
    [';;;,,,'],
    ['fa;q=nonsense'],
    ['fa;q=7'],
    ['constructor'],
    ['__proto__'],
  ])('gets English when nothing fits: %s', (header) => {
    expect(languageFrom(header)).toBe('en');
  });

  test('cannot keep us busy with an endless header', () => {
    expect(languageFrom(`${'de,'.repeat(1_000_000)}fa`)).toBe('en');
  });
});
