import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { countBallots } from '../../../functions/report/count-ballots.ts';
import { resultStore } from '../../../functions/report/result-store.ts';
import { satisfaction } from '../../../functions/report/satisfaction.ts';
import { ballotStore } from '../../../functions/survey/ballot-store.ts';
import { rebuildRollUps } from '../../../local/restore/rebuild-rollups.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { reportWorld } from './report-world.ts';

const { db } = startTables();
const zone = 'Europe/Berlin';
const views = tableNames.CASE_VIEWS_TABLE;
const worldOver = (client: typeof db) => ({
  ballots: ballotStore(client, views),
  results: resultStore(client, views, zone),
  timeZone: zone,
});
const world = worldOver(db);

// Each test has a survey and a day of its own.
let year = 2050;
let survey: { id: string; version: number };
let day: string;
beforeEach(() => {
  day = `${year++}-11-23`;
  survey = { id: `survey-${year}`, version: 1 };
});
const noon = () => `${day}T12:00:00.000Z`;
const measure = () => `csat:1-5:${survey.id}/satisfaction`;

let ballot = 0;
const cast = async (values: number[], box: { campaignId?: string } = {}) => {
  for (const value of values) {
    const answers = [{ question: 'satisfaction', kind: 'csat' as const, value, from: 1, to: 5 }];
    await world.ballots.cast({ box: { survey, ...box }, name: `ballot-${ballot++}`, answers });
  }
};
const scores = async () =>
  (await reportWorld(db, zone).rolledUp('all', day)).transactional?.all?.scores[measure()]?.counts;
const kept = async () => {
  const { Items = [] } = await db.send(new ScanCommand({ TableName: views }));
  return Items.filter(({ pk, sk }) => pk?.S?.startsWith(`ballots#${survey.id}#`) && !sk?.S?.startsWith('batch#'));
};

describe('anonymous answers', () => {
  test('are told of ten together, and of nine not at all', async () => {
    await cast([1, 2, 3, 4, 5, 5, 5, 5, 5]);
    await countBallots(world, noon());
    expect(await scores()).toBeUndefined();
    await cast([1]);
    expect(await countBallots(world, noon())).toMatchObject({ ballots: 10 });
    expect(await scores()).toEqual([2, 1, 1, 1, 5]);
  });

  test('that come one at a time change no report until ten have come: two reports differ by no fewer', async () => {
    await cast(Array(10).fill(5));
    const seen: (readonly number[] | undefined)[] = [];
    for (let i = 0; i < 21; i++) {
      await countBallots(world, noon());
      seen.push(await scores());
      await cast([1]);
    }
    const ones = [...new Set(seen.map((counts) => counts?.[0]))];
    expect(ones).toEqual([0, 10, 20]);
  });

  test('are forgotten one by one as soon as they are counted: what is left is that there was one', async () => {
    await cast(Array(10).fill(2));
    await countBallots(world, noon());
    expect((await kept()).map((item) => Object.keys(item).sort())).toEqual(Array(10).fill(['pk', 'sk']));
  });

  test('are not counted again by whoever sends them again after that', async () => {
    const first = ballot;
    await cast(Array(10).fill(2));
    await countBallots(world, noon());
    ballot = first;
    await cast(Array(10).fill(1));
    await countBallots(world, noon());
    expect(await scores()).toEqual([0, 10, 0, 0, 0]);
  });

  test('of a campaign are told of it, and by no team, agent, type, channel or language', async () => {
    await cast(Array(10).fill(4), { campaignId: 'campaign_1' });
    await countBallots(world, noon());
    const rows = reportWorld(db, zone);
    expect((await rows.rolledUp('campaign', day)).relationship?.campaign_1?.scores[measure()]?.counts).toEqual([
      0, 0, 0, 10, 0,
    ]);
    for (const way of ['type', 'team', 'agent', 'channel', 'language'] as const)
      expect(await rows.rolledUp(way, day), way).toEqual({});
  });

  test('of two campaigns or two versions of a survey are crowds of their own', async () => {
    await cast(Array(6).fill(4), { campaignId: 'campaign_1' });
    await cast(Array(6).fill(4), { campaignId: 'campaign_2' });
    expect(await countBallots(world, noon())).toEqual({ ballots: 0 });
  });

  test('explain nothing by what a case went through', async () => {
    await cast(Array(10).fill(1));
    await countBallots(world, noon());
    const all = await world.results.rollUps('satisfaction#all', day, day);
    const asked = { from: day, to: day, timeZone: zone, purpose: 'transactional' as const };
    const report = satisfaction(asked, { all, by: [] });
    expect(report.drivers).toEqual({ n: 0, tooFewAnswers: true });
    expect(report.total.measures.find((one) => one.measure === measure())).toMatchObject({ n: 10 });
  });

  test('are counted anew with everything else, from what they came to', async () => {
    await cast(Array(10).fill(3));
    await countBallots(world, noon());
    const tables = { events: tableNames.CASE_EVENTS_TABLE, views, policies: tableNames.POLICIES_TABLE };
    await rebuildRollUps(db, tables, zone);
    await rebuildRollUps(db, tables, zone);
    expect(await scores()).toEqual([0, 0, 10, 0, 0]);
  });
});

test('a count that is killed at any call and started again counts every answer once', async () => {
  await killedAtEveryCall(async (kill, where) => {
    day = `${year++}-11-23`;
    survey = { id: `survey-${year}`, version: 1 };
    await cast([1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 5]);
    await countBallots(worldOver(kill(db)), noon()).catch(() => undefined);
    await cast([5]);
    await countBallots(world, noon());
    await cast(Array(10).fill(4));
    await countBallots(world, noon());
    const counted = (await scores())?.reduce((sum, count) => sum + count, 0);
    expect(counted, where).toBe(22);
  });
}, 60_000);

test('two counts beside each other count every answer once', async () => {
  await cast(Array(12).fill(5));
  await Promise.all([countBallots(world, noon()), countBallots(world, noon()), countBallots(world, noon())]);
  await countBallots(world, noon());
  expect(await scores()).toEqual([0, 0, 0, 0, 12]);
});
