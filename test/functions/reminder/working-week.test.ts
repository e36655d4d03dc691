import { describe, expect, test } from 'vitest';
import { businessTimeBetween, nextWorkingMoment } from '../../../functions/calendar/business-time.ts';
import type { Calendar } from '../../../functions/calendar/calendar.ts';
import { berlin, tehran } from '../../../functions/calendar/shipped-calendars.ts';
import { remind } from '../../../functions/reminder/remind.ts';
import { isAtWork } from '../../../functions/reminder/working-hours.ts';
import { hour, type Instant, after as later, minute } from '../../../functions/shared/now.ts';
import { reminderWorld } from './reminder-world.ts';

// Rows 38 to 40 of what users of help desks ask for: nobody is written to at midnight, on a weekend or on a holiday.

const { world, office, openTask, movesTo, remindersIn, list } = reminderWorld();

async function teamsIn(calendar: string): Promise<void> {
  const team = (name: string) => ({ team: name, manager: 'mia', members: ['ann', 'ben'], calendar });
  const teams = ['cards', 'fraud', 'disputes', 'operations'].map(team);
  await world().policies.save('teams', teams, 'adam', '2026-01-01T00:00:00.000Z');
}

/** A sweep every half hour, and when somebody got mail. */
async function mailsBetween(from: Instant, to: Instant): Promise<string[]> {
  const mails: string[] = [];
  for (let at = from; at <= to; at = later(at, 30 * minute)) {
    await remind(world(), at);
    for (const mail of office().posted.splice(0)) mails.push(`${mail.to.split('@')[0]} ${at}`);
  }
  return mails;
}

describe('in Tehran, from Saturday to Wednesday', () => {
  test('what comes due on Wednesday evening is told on Saturday at eight', async () => {
    await teamsIn('tehran');
    await movesTo('ann', 'Asia/Tehran');
    await openTask({ claimedBy: 'ann', dueAt: '2026-11-25T15:00:00.000Z' });
    const mails = await mailsBetween('2026-11-25T15:00:00.000Z', '2026-11-28T06:00:00.000Z');
    expect(mails).toEqual(['ann 2026-11-28T04:30:00.000Z']); // Saturday, 8:00
  });

  test('what comes due at Nowruz is told after the holidays and the weekend', async () => {
    await teamsIn('tehran');
    await movesTo('ann', 'Asia/Tehran');
    await openTask({ claimedBy: 'ann', dueAt: '2027-03-24T12:00:00.000Z' });
    const mails = await mailsBetween('2027-03-24T12:00:00.000Z', '2027-03-27T08:00:00.000Z');
    expect(mails).toEqual(['ann 2027-03-27T04:30:00.000Z']); // Wednesday is free, then comes the weekend
  });
});

describe('in Berlin, from Monday to Friday', () => {
  test('what comes due on Friday evening is told on Monday at nine, an hour later by UTC when the clocks are put back', async () => {
    await teamsIn('berlin');
    await movesTo('ann', 'Europe/Berlin');
    await openTask({ claimedBy: 'ann', dueAt: '2026-10-23T17:00:00.000Z' });
    const mails = await mailsBetween('2026-10-23T17:00:00.000Z', '2026-10-26T09:00:00.000Z');
    expect(mails).toEqual(['ann 2026-10-26T08:00:00.000Z']); // summer time ended on the 25th
  });

  test('over Easter, when the clocks are put forward, it waits until Tuesday', async () => {
    await teamsIn('berlin');
    await movesTo('ann', 'Europe/Berlin');
    await openTask({ claimedBy: 'ann', dueAt: '2027-03-27T10:00:00.000Z' });
    const mails = await mailsBetween('2027-03-28T00:00:00.000Z', '2027-03-30T08:00:00.000Z');
    expect(mails).toEqual(['ann 2027-03-30T07:00:00.000Z']); // Tuesday, 9:00 in summer time
  });

  test('an escalation to the manager waits, too, and the ladder skips what it slept through', async () => {
    await teamsIn('berlin');
    for (const person of ['ann', 'mia']) await movesTo(person, 'Europe/Berlin');
    const caseId = await openTask({ claimedBy: 'ann', dueAt: '2027-03-25T17:30:00.000Z' });
    await mailsBetween('2027-03-29T18:00:00.000Z', '2027-03-30T08:00:00.000Z');
    await list(caseId);
    expect(await remindersIn(caseId)).toEqual([['escalated', 'mia']]);
  });

  test('nobody is written to over lunch', async () => {
    await teamsIn('berlin');
    await movesTo('ann', 'Europe/Berlin');
    await openTask({ claimedBy: 'ann', dueAt: '2026-11-24T11:31:00.000Z' }); // 12:31
    const mails = await mailsBetween('2026-11-24T11:31:00.000Z', '2026-11-24T14:00:00.000Z');
    expect(mails).toEqual(['ann 2026-11-24T12:31:00.000Z']);
  });
});

test('whoever works abroad keeps the week of their team, by their own clock', () => {
  const monday = { inBerlin: '2026-11-23T08:00:00.000Z', inNewYork: '2026-11-23T14:00:00.000Z' };
  expect(isAtWork('America/New_York', monday.inBerlin, berlin)).toBe(false);
  expect(isAtWork('America/New_York', monday.inNewYork, berlin)).toBe(true);
  expect(isAtWork('America/New_York', '2026-11-22T14:00:00.000Z', berlin)).toBe(false);
});

test.each<[string, Calendar]>([
  ['Tehran', tehran],
  ['Berlin', berlin],
])('on every day of a year mail goes to %s when people work there, and then only', (_, calendar) => {
  for (let hours = 0; hours < 365 * 24; hours++) {
    const at = later('2026-01-01T00:15:00.000Z', hours * hour);
    const works = businessTimeBetween(calendar, at, later(at, minute)) > 0 && nextWorkingMoment(calendar, at) === at;
    expect(isAtWork(calendar.timeZone, at, calendar), at).toBe(works);
  }
});
