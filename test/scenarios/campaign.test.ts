import { afterAll, beforeAll, expect, test } from 'vitest';
import type { findCampaign } from '../../functions/campaign/find-campaign.ts';
import { day, hour, minute } from '../../functions/shared/now.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

type Shown = Awaited<ReturnType<typeof findCampaign>>;

let world: Awaited<ReturnType<typeof virtualLaptop>>;
beforeAll(async () => {
  world = await virtualLaptop('2026-03-27T08:00:00Z'); // in two days Europe turns its clocks
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

const customers = ['cus_maryam', 'cus_james', 'cus_reza', 'cus_anna'];
const invitations = () =>
  world.laptop.cloud.inbox.messages().filter((mail) => mail.tags.letter === 'survey-invitation');

test('a campaign asks four customers, each once; two answer, and the report tells of the relationship alone', async () => {
  const admin = await world.as('admin');
  const wish = { name: 'Spring', survey: 'relationship', audience: { from: 'list' }, perMinute: 60 };
  const { body: draft } = await admin.post<Shown>('/campaigns', wish);
  const path = `/campaigns/${draft.campaignId}`;
  expect((await admin.put(`${path}/customers/1`, { customers: [...customers, 'cus_anna'] })).status).toBe(204);
  expect((await admin.post<Shown>(`${path}/start`)).body.status).toBe('running');
  await world.laptop.clock.advance(hour);
  const shown = (await admin.get<Shown>(path)).body;
  expect(shown).toMatchObject({ status: 'finished', progress: { handled: 5 } });
  await world.until('everybody has a mail', async () => invitations().length === 4);
  expect(new Set(invitations().flatMap(({ to }) => to)).size).toBe(4);

  for (const mail of invitations().slice(0, 2)) {
    const url = /https?:\/\/\S+\/surveys\/[\w-]+/.exec(mail.text ?? '')?.[0] ?? '';
    const page = await (await fetch(url)).text();
    expect(page).not.toMatch(/your case|پرونده/);
    const [, token = ''] = /name="_form" value="([^"]+)"/.exec(page) ?? [];
    await world.laptop.clock.advance(minute);
    const answer = new URLSearchParams({ _form: token, recommend: '9' });
    expect((await fetch(url, { method: 'POST', body: answer })).status).toBe(200);
  }
  await world.laptop.clock.advance(2 * hour);
  const { outcomes } = (await admin.get<Shown>(path)).body;
  expect(outcomes).toMatchObject({ invited: 4, answered: 2 });
  const report = async (purpose: string) =>
    (await admin.get<{ total: { answered: number } }>(`/reports/satisfaction?purpose=${purpose}`)).body.total.answered;
  expect([await report('relationship'), await report('transactional')]).toEqual([2, 0]);
  await world.laptop.clock.advance(2 * day);
  expect(world.errors).toEqual([]);
}, 120_000);
