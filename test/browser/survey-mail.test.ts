import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Letter } from '../../functions/mail/words/letter.ts';
import { Language } from '../../functions/shared/language.ts';
import { caseId, reader, render, sender, surveyUrl } from '../functions/mail/words/letters.ts';
import { barriersOn, describeInBrowser, overflowOf, photograph } from '../support/browser.ts';

// The mails of surveys as their readers see them.
const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1024, height: 800 } } as const;
const link = { caseId, url: surveyUrl, expiresAt: '2025-10-20T11:00:00Z' };
const closing = { kind: 'case-closed', caseId, resolution: 'resolved', closedAt: '2025-10-12T11:00:00Z' } as const;

const mails: Record<string, Letter> = {
  'mail-invitation': { kind: 'survey-invitation', ...link },
  'mail-after-recovery': { kind: 'survey-invitation', ...link, about: 'recovery' },
  'mail-relationship': { kind: 'survey-invitation', ...link, about: 'relationship', scale: 'nps' },
  'mail-effort': { kind: 'survey-invitation', ...link, scale: 'ces' },
  'mail-anonymous': { kind: 'survey-invitation', ...link, about: 'relationship', scale: 'nps', anonymous: true },
  'mail-reminder': { kind: 'survey-reminder', ...link },
  'mail-closing-notice': { ...closing, reopenUntil: '2025-11-12T11:00:00Z', survey: link },
};

/** A mail is a part of the page of the program that shows it, which has the landmarks. */
const ofWholePages = /^(landmark-one-main|region):/;

describeInBrowser('a mail of a survey', (browser) => {
  let page: Page; // one for all: what looks for barriers has to get into it once
  beforeAll(async () => {
    page = await browser().newPage();
  });

  const cells = Object.keys(mails).flatMap((name) => Language.options.map((language) => [name, language] as const));
  test.each(cells)('%s keeps WCAG 2.2 AA, fits every width, and is photographed (%s)', async (name, language) => {
    const { html } = render(mails[name] as Letter, reader[language], sender);
    await page.setContent(html, { waitUntil: 'load' });
    for (const [device, size] of Object.entries(widths)) {
      await page.setViewportSize(size);
      expect((await barriersOn(page)).filter((barrier) => !ofWholePages.test(barrier))).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await photograph(page, `${name}-${language}-${device}`);
    }
  });
});
