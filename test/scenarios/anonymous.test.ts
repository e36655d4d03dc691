import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Satisfaction } from '../../functions/report/satisfaction.ts';
import { hour } from '../../functions/shared/now.ts';
import { shippedDefinitions } from '../../functions/survey/shipped-definitions.ts';
import { answerAll, linkIn } from '../../local/story/answer-mail.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-05-04T08:00:00Z');
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

const scores = [3, 9, 10, 8, 7, 9, 10, 6, 9, 10, 9, 2];
const everybody = scores.map((_, index) => `cus_nameless${index}`);

test('twelve people are asked anonymously: nine answers are told to nobody, ten are told together, and nothing leads back', async () => {
  const admin = await world.as('admin');
  const relationship = shippedDefinitions.relationship;
  const questions = relationship?.questions.filter(({ kind }) => kind !== 'text');
  const definition = { ...relationship, anonymous: true, questions };
  expect((await admin.put('/policies/surveys/how-we-work', definition)).status).toBe(200);
  const contact = { name: 'Somebody', language: 'en', timeZone: 'Europe/Berlin' };
  for (const id of everybody)
    await admin.put(`/contacts/${id}`, { ...contact, email: `${id.slice('cus_'.length)}@example.com` });
  const wish = { name: 'Honestly', survey: 'how-we-work', audience: { from: 'list' }, perMinute: 6000 };
  const { campaignId } = (await admin.post<{ campaignId: string }>('/campaigns', wish)).body;
  await admin.put(`/campaigns/${campaignId}/customers/1`, { customers: everybody });
  await admin.post(`/campaigns/${campaignId}/start`);
  await world.laptop.clock.advance(hour);
  const mails = () =>
    world.laptop.cloud.inbox.messages().filter(({ to }) => to.some((one) => one.includes('nameless')));
  await world.until('everybody has a mail', async () => mails().length === scores.length);
  expect(mails().every(({ text, html }) => text?.includes('anonymous') && !html?.includes('score='))).toBe(true);

  const answers = mails().map((mail, index) => ({ url: linkIn(mail), said: { recommend: String(scores[index]) } }));
  const told = async (): Promise<Satisfaction> =>
    (await admin.get<Satisfaction>('/reports/satisfaction?purpose=relationship&by=campaign')).body;
  expect(new Set(await answerAll(world, answers.slice(0, 9)))).toEqual(new Set([200]));
  await world.laptop.clock.advance(2 * hour);
  expect((await told()).total).toMatchObject({ invited: 12, answered: 9, measures: [] });

  await answerAll(world, answers.slice(9));
  await world.laptop.clock.advance(2 * hour);
  const { total, groups, drivers } = await told();
  expect(total.answered).toBe(12);
  const nps = total.measures.find(({ measure }) => measure === 'nps:0-10');
  expect(nps).toMatchObject({ n: 12, nps: { value: (100 * (7 - 3)) / 12 } });
  expect(groups?.map(({ group }) => group)).toEqual([campaignId]);
  expect(drivers).toMatchObject({ tooFewAnswers: true });
  const again = await fetch(answers[0]?.url ?? '');
  expect(await again.text()).toContain('You have taken part already');
  expect(world.errors).toEqual([]);
}, 240_000);
