import { describe, expect, test } from 'vitest';
import { berlin, shippedCalendars, tehran } from '../../../functions/calendar/shipped-calendars.ts';
import { calendarOf, missingCalendars, Teams } from '../../../functions/policy/policy.ts';
import { teams } from '../../support/teams.ts';

/** What is wrong with the first team when it has this, by the names of the fields. */
function wrongWith(more: object): string[] {
  const read = Teams.safeParse(teams.map((one, index) => (index === 0 ? { ...one, ...more } : one)));
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a team', () => {
  test('may have any number of lines behind it, skills, a calendar and a cap', () => {
    const skills = { ann: ['chargebacks'], mia: ['law', 'chargebacks'] };
    const more = { next: 'fraud', skills, needs: { triage: 'chargebacks' }, calendar: 'tehran', cap: 12 };
    expect(wrongWith(more)).toEqual([]);
  });

  test('without a manager is refused', () => {
    expect(wrongWith({ manager: undefined })[0]).toMatch(/^0\.manager/);
  });

  test.each([
    ['a skill of somebody of another team', { skills: { ben: ['law'] } }, '0.skills.ben: is not of this team'],
    [
      'work that takes a skill nobody has',
      { needs: { triage: 'law' } },
      '0.needs.triage: nobody of this team has the skill law: nobody could do it',
    ],
    ['a line after it that there is not', { next: 'legal' }, '0.next: there is no team legal'],
    ['itself as the line after it', { next: 'cards' }, '0.next: goes in a circle: cards, cards'],
    ['no room for a single task', { cap: 0 }, /^0\.cap/],
    ['a kind of work that there is not', { needs: { dancing: 'law' } }, /^0\.needs/],
    ['a calendar that is no name', { calendar: 'Working days' }, /^0\.calendar/],
  ])('with %s is refused, and the field is named', (_, more, said) => {
    const wrong = wrongWith(more);
    expect(wrong).toEqual([typeof said === 'string' ? said : expect.stringMatching(said)]);
  });

  test('is named once, and those that work is given to are all there', () => {
    const { next: _, ...cards } = teams[0] ?? {};
    const read = Teams.safeParse([cards, cards]);
    expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['', 'must have the teams cards, fraud, disputes, complaints, operations'],
      ['1.team', 'is named twice'],
    ]);
  });
});

test('lines that lead back to where they began are refused at each of them', () => {
  const next: Record<string, string> = { cards: 'fraud', fraud: 'disputes', disputes: 'fraud' };
  const read = Teams.safeParse(teams.map((one) => ({ ...one, ...(next[one.team] && { next: next[one.team] }) })));
  expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['1.next', 'goes in a circle: fraud, disputes, fraud'],
    ['2.next', 'goes in a circle: disputes, fraud, disputes'],
  ]);
});

describe('the calendar of somebody', () => {
  const named = teams.map((one) => (one.team === 'fraud' ? { ...one, calendar: 'berlin' } : one));

  test('is that of their team, as a member or as its manager', () => {
    expect(calendarOf(named, shippedCalendars, 'ben')).toBe(berlin);
    expect(calendarOf(named, shippedCalendars, 'max')).toBe(berlin);
  });

  test('is none where no team of theirs names one', () => {
    expect(calendarOf(named, shippedCalendars, 'ann')).toBeUndefined();
    expect(calendarOf(named, [tehran], 'ben')).toBeUndefined();
  });

  test('has to be there when it is named', () => {
    expect(missingCalendars(named, [tehran])).toEqual([
      { field: 'teams.1.calendar', message: 'there is no calendar berlin' },
    ]);
    expect(missingCalendars(named, shippedCalendars)).toEqual([]);
  });
});
