import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resultsOf } from '../../../functions/report/results-of.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after as later } from '../../../functions/shared/now.ts';
import { openRecovery } from '../../../functions/survey/recover.ts';
import { shippedRules } from '../../../functions/survey/survey-rules.ts';
import { surveyRoutes } from '../../../infra/survey-routes.ts';
import { askCustomer, surveyPages } from '../../support/asked-customer.ts';
import { startEntries } from '../../support/entries.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';

// Programs open the links of mails before people do, and some send the forms they find (PostHog PR#43690, freescout#1743).
const { db } = await startEntries({});
const world = mailWorld(db, postOffice());
const { cases } = world;
const { show, answer } = await surveyPages();

let customerId: string;
let link: Awaited<ReturnType<typeof asked>>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
  customerId = newId('cus');
  link = await asked();
});
afterEach(() => vi.useRealTimers());

/** Another case of the same customer. */
const asked = () => askCustomer(world, { customerId });
type Link = Awaited<ReturnType<typeof asked>>;
const passes = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const open = async ({ token }: Link, score?: number) => {
  const query: Record<string, string> = score ? { score: String(score) } : {};
  const { body } = await show(httpEvent({ path: { token }, query }));
  return /name="_form" value="(\w+)"/.exec(body)?.[1] ?? '';
};
const send = ({ token }: Link, form: string, satisfaction: number) =>
  answer(
    httpEvent({
      path: { token },
      body: new URLSearchParams({ _form: form, satisfaction: `${satisfaction}` }).toString(),
    }),
  );
const survey = async ({ caseId }: Link) => (await cases.load(caseId)).surveys[0];
const kinds = async ({ caseId }: Link) => (await cases.history(caseId)).slice(3).map(({ fact }) => fact.kind);
const counted = async ({ caseId }: Link) =>
  resultsOf(await cases.history(caseId), { timeZone: 'UTC', readSla: () => [] })[0];

describe('a mail scanner', () => {
  test('that opens every link a hundred times over records nothing, and there is no way to ask for the head alone', async () => {
    await Promise.all(Array.from({ length: 500 }, (_, i) => open(link, (i % 5) + 1)));
    expect(await kinds(link)).toEqual([]);
    expect(surveyRoutes.map(({ method }) => method as string)).not.toContain('HEAD');
  });

  test('shows in the log: each visit is noted with its method and what came, and what was chosen is not', async () => {
    const log = vi.spyOn(console, 'log');
    const event = httpEvent({ route: 'GET /surveys/{token}', path: { token: link.token }, query: { score: '2' } });
    event.requestContext.http.userAgent = 'Mozilla/5.0 (compatible; SafeLinks-Scanner/2.1)';
    await show(event);
    const [line = ''] = log.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('SURVEY_LINK'));
    expect(JSON.parse(line)).toMatchObject({ caseId: link.caseId, method: 'GET', program: 'program', state: 'open' });
    expect(line).toContain(monday);
    expect(line).not.toMatch(/score|SafeLinks/);
    log.mockRestore();
  });

  test('that sends the form it was shown within a second records nothing, and is told so in words', async () => {
    for (const score of [1, 2, 3, 4, 5]) {
      const form = await open(link, score);
      passes(999);
      const page = await send(link, form, score);
      expect(page.statusCode).toBe(422);
      expect(page.body).toContain('quicker than anybody reads');
    }
    expect(await kinds(link)).toEqual([]);
  });

  test('that sends the form it got back instead records nothing either, however often', async () => {
    let form = await open(link);
    for (let turn = 0; turn < 20; turn++) {
      passes(300);
      const { body } = await send(link, form, 1);
      form = /name="_form" value="(\w+)"/.exec(body)?.[1] ?? '';
    }
    expect(await kinds(link)).toEqual([]);
  });

  test('that makes a form look older than it is has a form that was never shown', async () => {
    const form = await open(link);
    const older = `${form.split('_')[0]}_${(Date.now() - 60_000).toString(36)}`;
    expect((await send(link, older, 1)).statusCode).toBe(422);
    expect(await kinds(link)).toEqual([]);
  });

  test('that takes its time and sends all five choices of one mail in a burst is left out, and it shows why', async () => {
    const forms = await Promise.all([1, 2, 3, 4, 5].map((score) => open(link, score)));
    passes(10_000);
    await Promise.all(forms.map((form, index) => send(link, form, index + 1)));
    expect((await kinds(link)).slice(0, 2)).toEqual(['survey-answered', 'survey-answer-set-aside']);
    expect((await cases.history(link.caseId)).at(-1)?.fact.data).toEqual({ cycle: 1, version: 1, reason: 'burst' });
    expect(await survey(link)).toMatchObject({ status: 'set-aside', versions: 1 });
    expect(await counted(link)).toMatchObject({ answered: false, ratings: [] });
  });

  test('that answers two surveys of one customer in the same second has answered neither', async () => {
    const other = await asked();
    const forms = [await open(link), await open(other)] as const;
    passes(10_000);
    await send(link, forms[0], 1);
    passes(500);
    expect((await send(other, forms[1], 1)).body).toContain('quicker than anybody reads');
    for (const one of [link, other]) expect(await counted(one)).toMatchObject({ answered: false, ratings: [] });
  });

  test('of three surveys at the same moment is left out of all', async () => {
    const all = [link, await asked(), await asked()];
    const forms = await Promise.all(all.map((one) => open(one)));
    passes(10_000);
    await Promise.all(all.map((one, index) => send(one, forms[index] ?? '', 1)));
    for (const one of all) expect(await survey(one)).toMatchObject({ status: 'set-aside' });
  });

  test('has nobody called: there is no customer who was not content', async () => {
    const forms = [await open(link), await open(link)] as const;
    passes(10_000);
    await Promise.all([send(link, forms[0], 1), send(link, forms[1], 2)]);
    expect(openRecovery(1, shippedRules, monday)(await cases.load(link.caseId))).toEqual([]);
  });
});

describe('a person', () => {
  test('whose mail was scanned answers after that, and that counts', async () => {
    const forms = await Promise.all([1, 5].map((score) => open(link, score)));
    passes(10_000);
    await Promise.all(forms.map((form, index) => send(link, form, index * 4 + 1)));
    passes(60_000);
    const form = await open(link);
    passes(5_000);
    expect((await send(link, form, 4)).statusCode).toBe(200);
    expect(await survey(link)).toMatchObject({ status: 'answered', score: 4, versions: 2 });
    expect(await counted(link)).toMatchObject({ answered: true });
  });

  test('who answered keeps that answer when a scanner comes after it', async () => {
    const form = await open(link);
    passes(5_000);
    await send(link, form, 5);
    passes(3_600_000);
    const forms = await Promise.all([1, 2].map((score) => open(link, score)));
    passes(10_000);
    await Promise.all(forms.map((one, index) => send(link, one, index + 1)));
    expect(await survey(link)).toMatchObject({ status: 'answered', score: 5, versions: 2 });
    expect((await counted(link))?.ratings.map(({ value }) => value)).toEqual([5, 5]);
  });

  test('who is quick sends it once more, and that is all it takes', async () => {
    const { body } = await send(link, await open(link, 4), 4);
    const form = /name="_form" value="(\w+)"/.exec(body)?.[1] ?? '';
    expect(body).toMatch(/value="4"[^>]* checked/);
    passes(1_500);
    expect((await send(link, form, 4)).statusCode).toBe(200);
    expect(await survey(link)).toMatchObject({ score: 4 });
  });

  test('who presses the button twice has answered once', async () => {
    const form = await open(link);
    passes(5_000);
    const pages = await Promise.all([send(link, form, 4), send(link, form, 4)]);
    expect(pages.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await kinds(link)).toEqual(['survey-answered']);
  });

  test('who answers about two cases one after another has answered both', async () => {
    const other = await asked();
    for (const one of [link, other]) {
      const form = await open(one);
      passes(4_000);
      await send(one, form, 5);
      expect(await survey(one)).toMatchObject({ status: 'answered' });
    }
    expect(later(monday, 8_000)).toBe(new Date(Date.now()).toISOString());
    expect(await survey(link)).toMatchObject({ status: 'answered', score: 5 });
  });
});
