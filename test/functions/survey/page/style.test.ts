import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, styleElement } from '../../../../functions/survey/page/style.ts';
import { contrast } from './contrast.ts';

const css = styleElement.markup.replace(/^<style>|<\/style>$/g, '');

test('the policy allows exactly the style that the page carries, and no script at all', () => {
  const hash = createHash('sha256').update(css).digest('base64');
  expect(contentSecurityPolicy).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
});

test('the style loads nothing and ends where it says', () => {
  expect(css).not.toMatch(/url\(|@import|<|&[a-z#]/);
});

describe.each(['light', 'dark'])('in the %s', (scheme) => {
  const palette = [...css.matchAll(/:root\{(.*?)\}/g)].map(([, rules = '']) =>
    Object.fromEntries([...rules.matchAll(/--([a-z-]+):(#[0-9a-f]+)/g)].map(([, name, colour]) => [name, colour])),
  )[scheme === 'light' ? 0 : 1];
  const colour = (name: string): string => palette?.[name] ?? '';

  test.each([
    ['ink', 'card'],
    ['ink', 'soft'],
    ['muted', 'card'],
    ['muted', 'page'],
    ['accent', 'page'],
    ['on-accent', 'accent'],
    ['wrong', 'card'],
    ['wrong', 'wrong-soft'],
    ['ink', 'wrong-soft'],
  ])('%s can be read on %s', (text, background) => {
    expect(contrast(colour(text), colour(background))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['line', 'card'],
    ['accent', 'card'],
    ['accent', 'soft'],
    ['wrong', 'wrong-soft'],
  ])('the border %s can be seen on %s', (line, background) => {
    expect(contrast(colour(line), colour(background))).toBeGreaterThanOrEqual(3);
  });
});
