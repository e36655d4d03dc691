import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseReference } from '../../functions/shared/case-reference.ts';
import { barriersOn, describeInBrowser, overflowOf, photograph } from '../support/browser.ts';
import { type ConsoleScene, consoleScene } from './console-scene.ts';

// The console as operators see it, in a real browser, on the service as it is deployed.
const desktop = { width: 1360, height: 900 };
const phone = { width: 390, height: 844 };

describeInBrowser('the operator console', (browser) => {
  let scene: ConsoleScene;
  const complaints: string[] = [];
  beforeAll(async () => {
    scene = await consoleScene();
  }, 240_000);
  afterAll(() => scene?.laptop.cloud.stop());

  async function door(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser().newContext({ viewport: desktop, locale: 'en-GB', ...options })).newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${scene.laptop.cloud.apiUrl}/console`);
    return page;
  }
  async function signedIn(person: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await door(options);
    await page.locator('.door .primary').click();
    await page.locator(`button[value=${person}]`).click();
    // The page has put back where somebody was when the code has gone from its address; before that, going elsewhere is undone.
    await page.waitForURL(({ pathname, search }) => pathname === '/console' && search === '');
    return page;
  }
  const at = async (page: Page, hash: string, seen: string) => {
    await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    await page.locator(seen).first().waitFor();
  };
  const run = (caseId: string) => `#/cases/${caseId}/runs/${caseId}-1`;
  const state = (page: Page, name: string) => page.locator(`[data-state="${name}"]`);

  test('lets a colleague in, keeps no code in the address, and lists cases by state and age', async () => {
    const page = await signedIn('omid');
    await page.getByRole('link', { name: caseReference(scene.handed) }).waitFor();
    expect(page.url()).not.toMatch(/code=|state=/);
    expect(await page.locator('tbody tr').count()).toBe(4);
    await page.getByLabel('Customer').fill('cus_james');
    await page.getByLabel('Customer').press('Enter');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await page.getByLabel('Age').selectOption('30');
    await page.getByText('No case is like that.').waitFor();
    expect(page.url()).toContain('customer=cus_james&age=30');
    await page.context().close();
  });

  test('is back where somebody was when their time was up, without a word', async () => {
    const page = await signedIn('omid');
    await at(page, `#/cases/${scene.handed}`, '.timeline');
    await page.evaluate("sessionStorage['caseloop.session'] = sessionStorage['caseloop.session'].replace('ey', 'x')");
    await page.reload();
    await page.locator('.timeline').waitFor();
    expect(page.url()).toContain(scene.handed);
    await page.context().close();
  });

  test('tells whoever is no colleague kindly that this is not for them, and lets them out', async () => {
    const page = await signedIn('cus_james');
    await page.getByRole('heading', { name: 'This console is for colleagues' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Who do you want to be?' }).waitFor();
    await page.context().close();
  });

  test('shows an agent what an agent may see, and says so of the rest', async () => {
    const page = await signedIn('fiona');
    await at(page, '#/stuck', 'text=Your role does not see this.');
    await page.context().close();
  });

  test('draws a run: what was tried again, what was caught, what failed, and what came of it', async () => {
    const page = await signedIn('audrey');
    await at(page, run(scene.investigated), '.state.succeeded');
    expect(await state(page, 'Freeze accounts').textContent()).toMatch(/succeeded · retried \d×/);
    await state(page, 'Freeze accounts').click();
    await page.locator('.panel', { hasText: 'AccountServiceUnavailable' }).waitFor();
    await at(page, run(scene.abandoned), '.state.failed');
    expect(await state(page, 'Freeze accounts').getAttribute('class')).toContain('caught');
    expect(await page.locator('.ending').textContent()).toContain('NobodyAnswered');
    expect(await page.locator('.panel').textContent()).not.toMatch(/"taskToken": "[^…]/);
    await page.getByLabel('Show every state').check();
    await state(page, 'Closed by hand').waitFor();
    await page.context().close();
  });

  test('is walked through by keyboard alone, from the list into a state and back', async () => {
    const page = await signedIn('omid');
    await page.getByRole('link', { name: caseReference(scene.handed) }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Case 1' }).focus();
    await page.keyboard.press('Enter');
    await state(page, 'Ask a person').waitFor();
    while ((await page.evaluate('document.activeElement?.dataset.state')) === undefined)
      await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.dataset.state')).toBe('Ask a person');
    for (const key of ['Home', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
    expect(await page.evaluate('document.activeElement.dataset.state')).toBe('Freeze accounts');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.panel h2').textContent()).toContain('Freeze accounts');
    await page.goBack();
    await page.goBack();
    await page.locator('.timeline').waitFor();
    await page.context().close();
  });

  test('tries a failed step again only after saying what will happen, and then shows it', async () => {
    const page = await signedIn('omid');
    await at(page, `#/cases/${scene.stopped}`, '.attention');
    await page.getByRole('button', { name: 'Start a new run' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('What was done already is not done twice');
    expect(await barriersOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Not now' }).click();
    expect((await scene.caseOf(scene.stopped)).tasks.some(({ outcome }) => outcome === 'retry')).toBe(false);
    await page.getByRole('button', { name: 'Start a new run' }).click();
    await dialog.getByRole('button', { name: 'Yes, do it' }).click();
    await scene.laptop.clock.settle();
    await page.getByText('A new run is on its way.').waitFor();
    await page.getByRole('link', { name: 'Case 1 · attempt 2' }).waitFor();
    await page.context().close();
  });

  test('sends a mail again whose outcome nobody knows, when a manager answers for it, and lets nobody else', async () => {
    const looker = await signedIn('audrey');
    await at(looker, `#/cases/${scene.handed}`, 'text=A manager or an administrator may do this.');
    expect(await looker.getByRole('button', { name: 'Send it again' }).count()).toBe(0);
    await looker.context().close();
    const page = await signedIn('omid');
    await at(page, `#/cases/${scene.handed}`, '.attention');
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByRole('dialog', { name: 'Send it again' }).getByRole('button', { name: 'Yes, do it' }).click();
    await page.getByText('The mail goes out again.').waitFor();
    await page.getByRole('button', { name: 'Send it again' }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('shows what happens elsewhere while somebody looks, and leaves alone what stays the same', async () => {
    const page = await signedIn('omid');
    await at(page, `#/cases/${scene.investigated}`, '.timeline');
    await page.evaluate("document.querySelector('.head').dataset.mark = 'kept'");
    await scene.complete(scene.investigated, 'dispute-review', 'refund');
    await page.locator('.timeline').getByText('A task was completed').waitFor();
    expect(await page.locator('.head').getAttribute('data-mark')).toBe('kept');
    await page.context().close();
  });

  const views = (): [name: string, hash: string, seen: string][] => [
    ['cases', '#/cases', 'tbody tr'],
    ['runs', '#/runs', 'tbody tr'],
    ['stuck', '#/stuck', 'tbody tr'],
    ['case', `#/cases/${scene.handed}`, '.timeline'],
    ['run', run(scene.abandoned), '.state.failed'],
    ['retried', `${run(scene.investigated)}?state=Freeze+accounts`, '.failures'],
  ];
  test.each([
    ['en', 'light', desktop],
    ['fa', 'dark', phone],
  ] as const)('keeps WCAG 2.2 AA, fits, and is photographed (%s, %s, %o)', async (locale, colorScheme, viewport) => {
    const page = await signedIn('omid', { locale: locale === 'fa' ? 'fa-IR' : 'en-GB', colorScheme, viewport });
    for (const [name, hash, seen] of views()) {
      await at(page, hash, seen);
      expect([name, await barriersOn(page)]).toEqual([name, []]);
      expect([name, await overflowOf(page)]).toEqual([name, 0]);
      await photograph(page, `console-${name}-${locale}-${viewport.width}`);
    }
    expect(await page.evaluate('document.documentElement.dir')).toBe(locale === 'fa' ? 'rtl' : 'ltr');
    await page.context().close();
  });

  test('keeps the language that somebody chose, and writes numbers and dates in it', async () => {
    const page = await signedIn('omid');
    await page.locator('tbody tr').first().waitFor();
    await page.getByRole('button', { name: 'فارسی' }).click();
    await page.reload();
    await page.getByRole('columnheader', { name: 'پرونده' }).waitFor();
    expect(await page.locator('tbody').textContent()).toMatch(/مهر ۱۴۰۵/);
    await page.context().close();
  });

  test('never asked anything of anybody its policy does not allow, nor failed at anything', () => {
    expect(complaints.filter((text) => !/status of 40[13]/.test(text))).toEqual([]);
  });
});
