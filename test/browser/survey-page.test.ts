import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Language } from '../../functions/shared/language.ts';
import {
  alreadyCounted,
  expired,
  keptLate,
  noMoreSurveys,
  thankYou,
  thankYouAnonymously,
} from '../../functions/survey/page/notices.ts';
import { surveyForm } from '../../functions/survey/page/survey-form.ts';
import { unsubscribeForm } from '../../functions/survey/page/unsubscribe-form.ts';
import { barriersOn, describeInBrowser, overflowOf, photograph } from '../support/browser.ts';
import { everyKind, showForm } from '../support/survey-form.ts';

// The pages as people see them, in a real browser.
const at = '2026-12-07T09:00:00Z';
const timeZone = 'Asia/Tehran';
const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;

type Reader = { language: Language; organisation: string };
const pages: Record<string, (reader: Reader) => { body: string }> = {
  form: (reader) => showForm({ ...reader, filled: { satisfaction: ['4'] } }),
  'form-of-a-detractor': (reader) => showForm({ ...reader, filled: { satisfaction: ['2'] }, changeUntil: at }),
  'form-with-every-kind': (reader) => showForm({ ...reader, definition: everyKind }),
  'form-with-problems': (reader) =>
    showForm({ ...reader, errors: { satisfaction: 'choose-one' }, filled: { comment: ['سلام, hello'] } }),
  'form-sent-too-quickly': (reader) => showForm({ ...reader, filled: { satisfaction: ['4'] }, wrong: 'too-quick' }),
  'form-anonymous': (reader) => {
    const definition = { questions: everyKind.questions.filter(({ kind }) => kind !== 'text') };
    return surveyForm({ ...reader, timeZone, definition, formToken: 'token', anonymous: true });
  },
  'thank-you-anonymous': thankYouAnonymously,
  'already-counted': alreadyCounted,
  'thank-you': (reader) => thankYou({ ...reader, changeUntil: at, timeZone }),
  'kept-late': (reader) => keptLate({ ...reader, expiredAt: at, timeZone }),
  expired: (reader) => expired({ ...reader, expiredAt: at, timeZone }),
  unsubscribe: unsubscribeForm,
  'no-more': noMoreSurveys,
};

describeInBrowser('a page of a survey', (browser) => {
  let page: Page; // one for all: what looks for barriers has to get into it once
  beforeAll(async () => {
    page = await browser().newPage({ viewport: widths.phone });
  });

  describe.each(Object.entries(pages))('%s', (name, show) => {
    test.each(Language.options)('keeps WCAG 2.2 AA, fits every width, and is photographed (%s)', async (language) => {
      const { body } = show({ language, organisation: 'Example Bank' });
      await page.setContent(body, { waitUntil: 'load' });
      for (const [device, size] of Object.entries(widths)) {
        await page.setViewportSize(size);
        expect(await barriersOn(page)).toEqual([]);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        await photograph(page, `${name}-${language}-${device}`);
      }
    });
  });

  test('is answered by keyboard alone, and a follow-up opens and closes without a script', async () => {
    await page.setContent(showForm().body, { waitUntil: 'load' });
    const followUp = page.locator('.q1');
    expect(await followUp.isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('#satisfaction-1').isChecked()).toBe(true);
    expect(await followUp.isVisible()).toBe(true);
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    expect(await page.locator('#satisfaction-5').isChecked()).toBe(true);
    expect(await followUp.isVisible()).toBe(false);
  });
});
