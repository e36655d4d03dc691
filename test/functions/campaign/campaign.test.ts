import { beforeEach, describe, expect, test } from 'vitest';
import { askingId } from '../../../functions/campaign/ask-one.ts';
import { askSome } from '../../../functions/campaign/ask-some.ts';
import { keepGoing } from '../../../functions/campaign/steer-and-run.ts';
import { hour, after as later, minute } from '../../../functions/shared/now.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import { monday } from '../../support/given.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables } from '../../support/tables.ts';
import { campaignWorld, people } from './campaign-world.ts';

const { db } = startTables();
let world: ReturnType<typeof campaignWorld>;
beforeEach(() => {
  world = campaignWorld(db);
});
const handled = async (campaignId: string) => (await world.progress.read(campaignId))?.handled;
const status = async (campaignId: string) => (await world.campaigns.load(campaignId)).status;

describe('users ask', () => {
  test('#20 that many customers are asked at once, each with a survey of their own', async () => {
    const campaignId = await world.drafted(people(1_200), { perMinute: 1_800 });
    await world.steer(campaignId, 'start');
    expect((await world.play(campaignId)).next).toBe('finished');
    const histories = world.asked().map(({ input }) => (input as { caseId: string }).caseId);
    expect(new Set(histories).size).toBe(1_200);
    expect(await handled(campaignId)).toBe(1_200);
    expect(await status(campaignId)).toBe('finished');
  }, 60_000);
});

describe('nobody is asked twice', () => {
  test('who stands in the list twice is asked once', async () => {
    const campaignId = await world.drafted(['cus_a', 'cus_b', 'cus_a', 'cus_a']);
    await world.steer(campaignId, 'start');
    await world.play(campaignId);
    expect(
      world
        .asked()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['cus_a', 'cus_b'].map((customer) => `${askingId(campaignId, customer)}-1-survey`).sort());
  });

  test('whatever is killed and started again, and each history says once that the customer was selected', async () => {
    let killed = 0;
    const customers = people(3, 'cus_killed');
    const calls = await killedAtEveryCall(async (kill, where) => {
      const campaignId = await world.drafted(customers, { perMinute: 600 });
      await world.steer(campaignId, 'start');
      const mortal = campaignWorld(kill(db), world.runs);
      await askSome(mortal.world, { campaignId, run: 1 }, monday).catch(() => killed++);
      await world.play(campaignId);
      for (const customer of customers) {
        const history = await world.cases.history(askingId(campaignId, customer));
        expect(
          history.map(({ fact }) => fact.kind),
          where,
        ).toEqual(['customer-selected']);
      }
      expect(await handled(campaignId), where).toBe(3);
      expect(await status(campaignId), where).toBe('finished');
    });
    expect(killed).toBe(2 * calls);
  }, 60_000);

  test('by two runs at once', async () => {
    const campaignId = await world.drafted(people(20, 'cus_two'), { perMinute: 600 });
    await world.steer(campaignId, 'start');
    await Promise.all([world.play(campaignId, 1), world.play(campaignId, 2), world.play(campaignId, 2)]);
    expect(world.asked().length).toBe(20);
    expect(await handled(campaignId)).toBe(20);
  });
});

describe('the rate is kept', () => {
  test('by how many are asked and when the next are', async () => {
    const campaignId = await world.drafted(people(60, 'cus_rate'), { perMinute: 30 });
    await world.steer(campaignId, 'start');
    const { times, now } = await world.play(campaignId);
    expect(times.length).toBe(12); // five at a time
    expect(Date.parse(now) - Date.parse(monday)).toBe(110_000);
  });

  test('though a run is killed and another comes at once', async () => {
    const campaignId = await world.drafted(people(60, 'cus_hurry'), { perMinute: 30 });
    await world.steer(campaignId, 'start');
    await world.play(campaignId, 1, monday, 1);
    expect(await askSome(world.world, { campaignId, run: 2 }, later(monday, 1000))).toEqual({
      ...{ next: 'again', waitSeconds: 9 },
    });
    expect(await handled(campaignId)).toBe(5);
  });

  test('and nobody is asked before the time it was planned for', async () => {
    const campaignId = await world.drafted(people(3, 'cus_early'));
    await world.steer(campaignId, 'start', later(monday, -hour));
    const { waitSeconds } = await askSome(world.world, { campaignId, run: 1 }, later(monday, -hour));
    expect(waitSeconds).toBe(3600);
    expect(world.asked()).toEqual([]);
  });
});

describe('a campaign', () => {
  test('can be paused: its run ends, and another goes on where it stood', async () => {
    const campaignId = await world.drafted(people(40, 'cus_pause'), { perMinute: 60 });
    await world.steer(campaignId, 'start');
    const { now } = await world.play(campaignId, 1, monday, 2);
    await world.steer(campaignId, 'pause', now);
    expect((await world.play(campaignId, 1, now)).next).toBe('paused');
    expect(await handled(campaignId)).toBe(20);
    await world.steer(campaignId, 'resume', later(now, hour));
    expect((await world.play(campaignId, 1, later(now, hour))).next).toBe('superseded');
    expect((await world.play(campaignId, 2, later(now, hour))).next).toBe('finished');
    expect(world.asked().length).toBe(40);
    expect(world.runs.started.filter(({ name }) => name.startsWith(campaignId)).map(({ name }) => name)).toEqual([
      ...[`${campaignId}-1`, `${campaignId}-2`],
    ]);
  });

  test('can be cancelled for good', async () => {
    const campaignId = await world.drafted(people(40, 'cus_cancel'));
    await world.steer(campaignId, 'start');
    const { now } = await world.play(campaignId, 1, monday, 1);
    await world.steer(campaignId, 'cancel', now);
    expect((await world.play(campaignId, 1, now)).next).toBe('cancelled');
    await expect(world.steer(campaignId, 'resume', now)).rejects.toThrow('is cancelled: there is nothing to resume');
    expect(world.asked().length).toBe(10);
  });

  test('remembers who decided what; deciding the same again decides nothing', async () => {
    const campaignId = await world.drafted(people(5, 'cus_who'));
    for (const action of ['start', 'start', 'pause', 'pause', 'resume', 'resume', 'cancel'] as const)
      await world.steer(campaignId, action);
    expect((await world.campaigns.history(campaignId)).map(({ by, fact }) => `${by} ${fact.kind}`)).toEqual([
      ...['admin created', 'admin started', 'admin paused', 'admin resumed', 'admin cancelled'],
    ]);
  });

  test('of which two decide different things at once ends in one of them', async () => {
    const campaignId = await world.drafted(people(5, 'cus_both'));
    await world.steer(campaignId, 'start');
    await Promise.allSettled([world.steer(campaignId, 'pause'), world.steer(campaignId, 'cancel')]);
    expect(await status(campaignId)).toBe('cancelled');
  });
});

describe('a run that died', () => {
  test('is followed by another within half an hour, and only one', async () => {
    const campaignId = await world.drafted(people(30, 'cus_died'));
    await world.steer(campaignId, 'start');
    const { now } = await world.play(campaignId, 1, monday, 1);
    await keepGoing(world.world, later(now, 5 * minute));
    const started = () => world.runs.started.filter(({ name }) => name.startsWith(campaignId)).length;
    expect(started()).toBe(1);
    await keepGoing(world.world, later(now, 15 * minute));
    await keepGoing(world.world, later(now, 15 * minute));
    expect(started()).toBe(2);
    expect((await world.play(campaignId, 2, later(now, 15 * minute))).next).toBe('finished');
    await keepGoing(world.world, later(now, hour));
    expect(started()).toBe(2);
  });

  test('before it began: whoever starts a campaign and dies at any call leaves one that starts, or none', async () => {
    await killedAtEveryCall(async (kill, where) => {
      const runs = stepFunctions();
      const campaignId = await world.drafted(people(2, 'cus_begin'));
      const mortal = campaignWorld(kill(db), runs);
      await mortal.steer(campaignId, 'start').catch(() => undefined);
      const watched = { ...world.world, workflow: campaignWorld(db, runs).workflow };
      await keepGoing(watched, later(monday, hour));
      const running = (await status(campaignId)) === 'running';
      expect(runs.started.filter(({ name }) => name.startsWith(campaignId)).length > 0, where).toBe(running);
    });
  }, 60_000);
});
