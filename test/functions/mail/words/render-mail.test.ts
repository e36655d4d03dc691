import { describe, expect, test } from 'vitest';
import { colours } from '../../../../functions/mail/words/mail-style.ts';
import { direction, Language } from '../../../../functions/shared/language.ts';
import { contrast } from '../../survey/page/contrast.ts';
import { caseId, letters, reader, render, sender, surveyUrl } from './letters.ts';

const isolated = /\u2068[^\u2069]*\u2069/g;

describe.each(letters)('the letter $kind $resolution', (letter) => {
  describe.each(Language.options)('in the language %s', (language) => {
    const mail = render(letter, reader[language], sender);
    const loose = (mail.subject + mail.text)
      .replace(isolated, '')
      .replaceAll(`${surveyUrl}/unsubscribe`, '')
      .replaceAll(surveyUrl, '');

    test('greets its reader by name, and is signed', () => {
      expect(mail.text).toContain(`\u2068${reader[language].name}\u2069`);
      expect(mail.html).toContain(`<bdi>${reader[language].name}</bdi>`);
      expect(mail.text).toContain(`\n\u2068${sender.organisation}\u2069\n`);
    });

    test('says in its HTML what it says in its text', () => {
      const said = mail.html.replace(/<bdi>/g, '\u2068').replace(/<\/bdi>/g, '\u2069');
      const sentences = mail.text.split('\n').map((line) => line.replace(/^[- ]+|: .*$| \(.*$/g, ''));
      for (const sentence of sentences.filter((line) => !line.startsWith('http'))) {
        expect(said).toContain(sentence.replace(/:$/, ''));
      }
    });

    test('names the case by its short reference, always isolated', () => {
      const everything = mail.subject + mail.text + mail.html;
      const ofNoCase = 'about' in letter && letter.about === 'relationship';
      expect(/JKMNPQRS/.test(everything)).toBe(!ofNoCase);
      expect(everything.replace(/\u2068JKMNPQRS\u2069|<bdi>JKMNPQRS<\/bdi>/g, '')).not.toContain('JKMNPQRS');
      expect(everything).not.toContain(caseId);
    });

    test('declares its language and direction, on the column too', () => {
      const attributes = `lang="${language}" dir="${direction(language)}"`;
      expect(mail.html).toContain(`<html ${attributes}>`);
      expect(mail.html).toContain(`<div ${attributes} style="direction:${direction(language)};`);
    });

    test('loads nothing, runs nothing, and leads nowhere but to the survey', () => {
      expect(mail.html).not.toMatch(/<(img|script|link|style|iframe|form|object|svg)|url\(|@import| on\w+=| src=/i);
      const addresses = `${mail.text} ${mail.html}`.match(/\w+:\/\/[^\s"<]+/g) ?? [];
      expect(addresses.filter((address) => !address.startsWith(surveyUrl))).toEqual([]);
      expect(addresses.length > 0).toBe(letter.kind.startsWith('survey-') || 'survey' in letter);
    });

    test('has a subject of one line, and is small', () => {
      expect(mail.subject).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{10,200}$/u);
      expect(Buffer.byteLength(mail.html)).toBeLessThan(12_000);
    });

    if (language === 'en')
      test('has no Persian outside of names', () => expect(loose).not.toMatch(/\p{Script=Arabic}/u));
    else {
      test('has no Latin letters and no Latin digits outside of isolated parts', () => {
        expect(loose).not.toMatch(/[A-Za-z0-9]/);
      });

      test('begins every line of its text on the right side', () => {
        const lines = mail.text.replace(isolated, '').split('\n');
        const firstLetters = lines
          .filter((line) => !line.startsWith('http'))
          .map((line) => line.match(/\p{L}/u)?.[0] ?? 'ا');
        expect(firstLetters.join('')).toMatch(/^\p{Script=Arabic}+$/u);
      });
    }
  });

  test('has the same shape in every language', () => {
    const shapes = Language.options.map((language) => {
      const { html } = render(letter, { ...reader[language], language }, sender);
      return html
        .replace(/ style="[^"]*"| align="[^"]*"| title="[^"]*"| lang="\w+" dir="\w+"|<\/?bdi>/g, '')
        .match(/<[^>]*>/g);
    });
    expect(new Set(shapes.map((shape) => shape?.join(''))).size).toBe(1);
  });
});

test.each([
  ['ink', '#ffffff'],
  ['ink', colours.soft],
  ['muted', '#ffffff'],
  ['muted', colours.soft],
  ['muted', colours.page],
  ['accent', '#ffffff'],
  ['accent', colours.soft],
  ['accent', colours.page],
  ['warning', colours.warningSoft],
] as const)('%s can be read on %s', (text, background) => {
  expect(contrast(colours[text], background)).toBeGreaterThanOrEqual(4.5);
});
