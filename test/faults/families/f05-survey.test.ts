import { expect, test } from 'vitest';
import { aMoment, formIn, tokenIn } from '../people/reader.ts';
import type { World } from '../simulator/world.ts';
import { amir, playScript } from './script.ts';

// F5: what can happen to the link of a survey between the mail and the answer.

const day = 86_400_000;
const get = async (world: World, token: string) => (await world.api('GET', `/surveys/${token}`)).status;
const shown = async (world: World, token: string) => {
  const { text } = await world.api('GET', `/surveys/${token}`);
  await world.clock.sleep(aMoment);
  return formIn(text);
};
const post = async (world: World, token: string, satisfaction: string, form?: string) => {
  const filled = { satisfaction, _form: form ?? (await shown(world, token)) };
  return (await world.api('POST', `/surveys/${token}`, { form: filled })).status;
};

/** Does something with a link and tells the statuses it was answered with. */
type Doing = (world: World, token: string) => Promise<number[]>;
const cells: [name: string, doing: Doing, statuses: number[]][] = [
  [
    'a scanner opens the link fifty times',
    async (world, token) => {
      const seen = new Set<number>();
      for (let visit = 0; visit < 50; visit++) seen.add(await get(world, token));
      return [...seen];
    },
    [200],
  ],
  [
    'one form is sent twice at once, with two answers',
    async (world, token) => {
      const form = await shown(world, token);
      return (await Promise.all([post(world, token, '5', form), post(world, token, '1', form)])).sort();
    },
    [200, 422],
  ],
  [
    'a scanner sends the form the moment it is shown, and the person answers later',
    async (world, token) => {
      const form = formIn((await world.api('GET', `/surveys/${token}`)).text);
      return [await post(world, token, '1', form), await post(world, token, '5')];
    },
    [422, 200],
  ],
  [
    'the answer is changed a day later',
    async (world, token) => {
      const first = await post(world, token, '5');
      await world.clock.sleep(day);
      return [first, await post(world, token, '1')];
    },
    [200, 200],
  ],
  [
    'the form is sent when the survey is over',
    async (world, token) => {
      const form = await shown(world, token);
      await world.clock.sleep(15 * day);
      return [await get(world, token), await post(world, token, '5', form)];
    },
    [410, 200],
  ],
  [
    'the link was changed on its way',
    async (world, token) => [await post(world, `${token}x`, '5'), await get(world, 'x')],
    [404, 404],
  ],
  [
    'the form was made up by somebody else',
    async (world, token) => [await post(world, token, '5', 'made-up'), await post(world, token, '5')],
    [422, 200],
  ],
  [
    'a scanner opens the link against mails, and the answer comes all the same',
    async (world, token) => {
      const { status } = await world.api('GET', `/surveys/${token}/unsubscribe`);
      return [status, await post(world, token, '5')];
    },
    [200, 200],
  ],
  [
    'they want no more mails, and answer this one',
    async (world, token) => {
      const { status } = await world.api('POST', `/surveys/${token}/unsubscribe`, { form: {} });
      return [status, await get(world, token), await post(world, token, '5')];
    },
    [200, 200, 200],
  ],
  [
    'the case is taken up again before they answer',
    async (world, token) => {
      const [caseId = ''] = world.truth.cases.keys();
      const body = { reason: 'not-solved', channel: 'app' };
      const as = { id: 'cus_amir', roles: '[customer]' };
      const { status } = await world.api('POST', `/cases/${caseId}/reopen`, { as, body });
      return [status, await post(world, token, '2')];
    },
    [200, 200],
  ],
  [
    'the score is none',
    async (world, token) => [await post(world, token, '6'), await post(world, token, '')],
    [422, 422],
  ],
];

test.each(cells)('%s', async (name, doing, statuses) => {
  let told: Promise<number[]> | undefined;
  let inTime: number[] | undefined;
  for (let life = 0; !told && life < 8; life++) {
    const world = await playScript(`${name} ${life}`, {
      beside: (world) =>
        world.watchers.add({
          mailed(mail) {
            const token = mail.letter === 'survey-invitation' && !told ? tokenIn(mail) : undefined;
            if (!token) return;
            told = doing(world, token);
            void told.then((answered) => {
              inTime = answered;
            });
          },
        }),
      story: { answers: false },
    });
    if (told) await world.run({ done: () => inTime !== undefined, until: world.clock.now() + 20 * day });
    expect(world.broken).toEqual([]);
  }
  expect(inTime).toEqual(statuses);
});

test.each(['none', 'bounces', 'complains'] as const)('of a customer whose mail %s, every survey ends', async (mail) => {
  const customers = [{ ...amir, mail }];
  const world = await playScript(`mail ${mail}`, { story: { customers } });
  expect(world.broken).toEqual([]);
  const [known] = [...world.truth.cases.values()];
  expect(known?.current.surveys.map(({ status }) => status)).not.toContain('invited');
});
