import { describe, expect, test } from 'vitest';
import { direction, Language } from '../../../../functions/shared/language.ts';
import {
  alreadyCounted,
  expired,
  keptLate,
  noMoreSurveys,
  somethingWentWrong,
  thankYou,
  thankYouAnonymously,
  unknownLink,
} from '../../../../functions/survey/page/notices.ts';
import type { Page } from '../../../../functions/survey/page/page.ts';
import { contentSecurityPolicy, styleElement } from '../../../../functions/survey/page/style.ts';
import { unsubscribeForm } from '../../../../functions/survey/page/unsubscribe-form.ts';
import { everyKind, showForm } from '../../../support/survey-form.ts';
import { payloads } from '../../shared/payloads.ts';

type Show = (reader: { language: Language; organisation: string }) => Page;
const at = '2025-10-20T11:00:00Z';
const timeZone = 'Asia/Tehran';
const wrong = { satisfaction: 'choose-one', comment: 'too-long' } as const;
const longest = { errors: wrong, filled: { comment: ['س'.repeat(2000)] }, changeUntil: at };
const pages: Record<string, [statusCode: number, show: Show]> = {
  form: [200, (reader) => showForm(reader)],
  'form with every kind of question': [200, (reader) => showForm({ ...reader, definition: everyKind })],
  'form with problems': [422, (reader) => showForm({ ...reader, ...longest })],
  'form that is out of date': [422, (reader) => showForm({ ...reader, wrong: 'meanwhile' })],
  'form that came back too quickly': [422, (reader) => showForm({ ...reader, wrong: 'too-quick' })],
  'anonymous form': [200, (reader) => showForm({ ...reader, definition: everyKind, anonymous: true })],
  'thank you, whoever you are': [200, thankYouAnonymously],
  'taken part already': [200, alreadyCounted],
  'thank you': [200, (reader) => thankYou({ ...reader, changeUntil: at, timeZone })],
  'kept, though late': [200, (reader) => keptLate({ ...reader, expiredAt: at, timeZone })],
  'no more surveys?': [200, unsubscribeForm],
  'no more surveys': [200, noMoreSurveys],
  expired: [410, (reader) => expired({ ...reader, expiredAt: at, timeZone })],
  'unknown link': [404, unknownLink],
  'something went wrong': [503, somethingWentWrong],
};

describe.each(Object.entries(pages))('the page "%s"', (_, [statusCode, show]) => {
  describe.each(Language.options)('in the language %s', (language) => {
    const page = show({ language, organisation: 'Example Bank' });

    test('says its status, its language and its direction', () => {
      expect(page.statusCode).toBe(statusCode);
      expect(page.body).toMatch(/^<!doctype html>\n/);
      expect(page.body).toContain(`<html lang="${language}" dir="${direction(language)}">`);
      expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-language': language });
    });

    test('has one heading that its title repeats', () => {
      expect(page.body.match(/<h1>/g)).toHaveLength(1);
      const heading = page.body.match(/<h1>(.*?)<\/h1>/)?.[1] ?? 'none';
      expect(page.body.match(/<title>(.*?)<\/title>/)?.[1]).toContain(heading);
    });

    test('has no script, loads nothing, leads nowhere and has no style outside its one sheet', () => {
      const markup = page.body.replace(styleElement.markup, '');
      expect(markup).not.toMatch(/<script|<style|<link|<img|<iframe| style=| on[a-z]+=|:\/\/| src=/i);
      expect(page.body).toContain(styleElement.markup);
    });

    test('is at most 20 KB', () => {
      expect(Buffer.byteLength(page.body)).toBeLessThanOrEqual(20 * 1024);
    });

    test('is neither cached, nor indexed, nor framed, nor named to others', () => {
      expect(page.headers).toMatchObject({
        'content-security-policy': contentSecurityPolicy,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex, nofollow',
        'cache-control': 'no-store',
      });
    });
  });

  test('is written in Persian throughout', () => {
    const words = show({ language: 'fa', organisation: '' }).body.replace(
      /<style>[\s\S]*?<\/style>|<bdi>.*?<\/bdi>|<[^>]*>|&\w+;/g,
      '',
    );
    expect(words).not.toMatch(/[A-Za-z0-9]/);
  });

  test.each(payloads)('keeps the name of the organisation a name: %j', (payload) => {
    const tags = (organisation: string) => show({ language: 'fa', organisation }).body.match(/<[^>]*>/g);
    expect(tags(payload)).toEqual(tags('x'));
  });
});

test('a survey that has ended says until when it was open, in the calendar of the reader', () => {
  const [, show] = pages.expired ?? [];
  expect(show?.({ language: 'fa', organisation: 'x' }).body).toContain('<bdi>۲۸ مهر ۱۴۰۴ ساعت ۱۴:۳۰</bdi>');
  expect(show?.({ language: 'en', organisation: 'x' }).body).toContain('<bdi>20 October 2025 at 14:30</bdi>');
});
