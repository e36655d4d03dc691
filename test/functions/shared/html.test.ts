import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Content, html, isolate, prose } from '../../../functions/shared/html.ts';

describe('a template', () => {
  test('escapes text, so that it stays text', () => {
    expect(html`<p title="${`"a' & <b>`}">${'<script>alert(1)</script>'}</p>`.markup).toBe(
      '<p title="&quot;a&#39; &amp; &lt;b&gt;">&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
  });

  test('keeps the markup of another template, and joins lists', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
  });

  test('shows a number as it is, and nothing for nothing', () => {
    expect(html`${0}${undefined}${[]}`.markup).toBe('0');
  });

  test('does not take an object for markup because it looks like it', () => {
    const forged = JSON.parse('{"markup":"<script>"}') as Content;
    expect(html`${forged}`.markup).toBe('[object Object]');
  });

  test('drops control characters and half surrogates, keeps line breaks and emoji', () => {
    expect(html`${'a\0\u0007\u009b\ud800b\r\n\tc 🙂'}`.markup).toBe('ab\n\tc 🙂');
  });

  test('lets no text out of an element or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const { markup } = html`${text}`;
        expect(markup).not.toMatch(/[<>"'\0]/);
        expect(markup.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});

describe('an isolated text', () => {
  test('stands between the isolation marks', () => {
    expect(isolate('AB12')).toBe('\u2068AB12\u2069');
  });

  test('cannot end its isolation or turn the sentence around', () => {
    expect(isolate('\u202eevil\u2069\u2066x\u202c')).toBe('\u2068evilx\u2069');
  });

  test('stays on its line', () => {
    expect(isolate('a\r\nBcc: b\u2028c\0d')).toBe('\u2068a Bcc: b c d\u2069');
  });

  test('keeps the joiners that Persian is written with', () => {
    expect(isolate('می\u200cخواهم')).toContain('می\u200cخواهم');
  });
});

describe('a sentence as markup', () => {
  test('has <bdi> around its isolated parts, and escapes them', () => {
    expect(prose(`پرونده ${isolate('<AB12>')} و ${isolate('x')}`).markup).toBe(
      'پرونده <bdi>&lt;AB12&gt;</bdi> و <bdi>x</bdi>',
    );
  });

  test('never has an open or a stray <bdi>', () => {
    expect(prose('\u2069a\u2068\u2068b\u2069\u2069\u2068').markup).toBe('a<bdi>b</bdi>');
  });
});
