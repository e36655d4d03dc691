import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Tests of pages in a real browser, which is there once they run; skipped where none is installed, and it is said. */
export function describeInBrowser(what: string, tests: (browser: () => Browser) => void): void {
  const executablePath = installedBrowser();
  describe.skipIf(!executablePath)(what, { timeout: 120_000 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath ?? '', args: flags });
    }, 120_000);
    afterAll(() => browser?.close());
    tests(() => browser);
  });
}

function installedBrowser(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {}
  }
  process.stdout.write('The pages are not looked at: no Chromium is installed here\n');
  return undefined;
}

const shots = join(import.meta.dirname, '../../dist/screenshots');
/** A picture of the whole page, kept below dist/, which git does not keep. */
export const photograph = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });

/** What on this page keeps somebody out, by the rules of WCAG 2.2 AA. The rules get in beside the page's own policy. */
export async function barriersOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(readFileSync(axe, 'utf8'));
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })`,
  )) as { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`);
}

/** How much wider a page is than its window, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;
