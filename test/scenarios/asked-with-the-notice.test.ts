import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, minute } from '../../functions/shared/now.ts';
import { shippedRules } from '../../functions/survey/survey-rules.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-03-20T18:00:00Z'); // the night of Nowruz, when nobody would be asked by itself
}, 240_000);
afterAll(() => world.laptop.cloud.stop());

const mails = (letter: string) =>
  world.laptop.cloud.inbox.messages('james@example.com').filter((mail) => mail.tags.letter === letter);

test('by policy, James is told that his case is closed and asked how it went in one mail, and answers it', async () => {
  const admin = await world.as('admin');
  const rules = { ...shippedRules, letter: 'with-closing-notice' };
  expect((await admin.put('/policies/survey-rules', rules)).status).toBe(200);
  const caseId = await world.report('cus_james', 'card_james1');
  await world.complete(caseId, 'triage', 'resolved');
  const notice = await world.until('the notice arrives', async () => mails('case-closed')[0]);
  const url = /https?:\/\/\S+\/surveys\/[\w-]+/.exec(notice.text ?? '')?.[0] ?? '';
  const [, token = ''] = /name="_form" value="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];
  await world.laptop.clock.advance(minute);
  const answer = new URLSearchParams({ _form: token, satisfaction: '5' });
  expect((await fetch(url, { method: 'POST', body: answer })).status).toBe(200);
  await world.laptop.clock.advance(4 * day);
  expect([mails('case-closed').length, mails('survey-invitation').length, mails('survey-reminder').length]).toEqual([
    1, 0, 0,
  ]);
  expect((await world.caseOf(caseId)).survey).toMatchObject({ status: 'answered', score: 5 });
  expect(world.errors).toEqual([]);
}, 240_000);
