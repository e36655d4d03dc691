import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Language } from '../../functions/shared/language.ts';
import { expired, keptLate, noMoreSurveys, thankYou } from '../../functions/survey/page/notices.ts';
import { unsubscribeForm } from '../../functions/survey/page/unsubscribe-form.ts';
import { everyKind, showForm } from '../support/survey-form.ts';

// The pages as people see them, in a real browser. Screenshots go below dist/, which git does not keep.
const shots = join(import.meta.dirname, '../../dist/screenshots');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
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
  'thank-you': (reader) => thankYou({ ...reader, changeUntil: at, timeZone }),
  'kept-late': (reader) => keptLate({ ...reader, expiredAt: at, timeZone }),
  expired: (reader) => expired({ ...reader, expiredAt: at, timeZone }),
  unsubscribe: unsubscribeForm,
  'no-more': noMoreSurveys,
};

function installed(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {}
  }
  process.stdout.write('The pages are not looked at: no Chromium is installed here\n');
  return undefined;
}

const executablePath = installed();
describe.skipIf(!executablePath)('a page of a survey', { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath: executablePath ?? '', args });
  }, 120_000);
  afterAll(() => browser?.close());

  async function open(markup: string, size: { width: number; height: number } = widths.phone): Promise<Page> {
    const context = await browser.newContext({ viewport: size, javaScriptEnabled: true });
    const page = await context.newPage();
    await page.setContent(markup, { waitUntil: 'load' });
    return page;
  }

  describe.each(Object.entries(pages))('%s', (name, show) => {
    test.each(Language.options)('keeps WCAG 2.2 AA, fits every width, and is photographed (%s)', async (language) => {
      const { body } = show({ language, organisation: 'Example Bank' });
      for (const [device, size] of Object.entries(widths)) {
        const page = await open(body, size);
        await page.addScriptTag({ path: axe });
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const { violations } = (await page.evaluate(
          `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })`,
        )) as { violations: { id: string; nodes: { html: string }[] }[] };
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const [wide, seen] = (await page.evaluate(
          '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        )) as [number, number];
        expect(wide).toBeLessThanOrEqual(seen);
        await page.screenshot({ path: join(shots, `${name}-${language}-${device}.png`), fullPage: true });
        await page.context().close();
      }
    });
  });

  test('is answered by keyboard alone, and a follow-up opens and closes without a script', async () => {
    const page = await open(showForm().body);
    const followUp = page.locator('.q1');
    expect(await followUp.isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('#satisfaction-1').isChecked()).toBe(true);
    expect(await followUp.isVisible()).toBe(true);
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    expect(await page.locator('#satisfaction-5').isChecked()).toBe(true);
    expect(await followUp.isVisible()).toBe(false);
    await page.context().close();
  });
});
