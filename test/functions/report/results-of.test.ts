import { describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { resultsOf } from '../../../functions/report/results-of.ts';
import * as f from '../../support/facts.ts';
import { caseId, customer, type Happened, historyOf } from '../../support/given.ts';

const clock = { clock: 'resolution', state: 'running' };
const breachedAt = '2026-11-23T09:00:00.000Z';
const world = { timeZone: 'Europe/Berlin', readSla: () => [clock, { ...clock, breachedAt }] };
const resultOf = (...facts: Happened[]) => resultsOf(historyOf(f.opened, ...facts), world)[0];
const mail = (kind: 'mail-sent' | 'mail-bounced', mailId = 'mail_1'): CaseFact => ({
  kind,
  data: { mailId, letter: 'survey-invitation', to: customer },
});

test('a case whose customer was never asked has no result', () => {
  expect(resultsOf(historyOf(f.opened, f.closed), world)).toEqual([]);
});

describe('what became of an asking is told one by one', () => {
  test('invited is not yet delivered, and delivered is not yet answered', () => {
    const { invited, delivered, started, answered } = resultOf(f.closed, f.invited()) ?? {};
    expect({ invited, delivered, started, answered }).toEqual({
      ...{ invited: true, delivered: false, started: false, answered: false },
    });
    expect(resultOf(f.closed, f.invited(), mail('mail-sent'))).toMatchObject({ delivered: true, answered: false });
  });

  test('a letter that came back was not delivered, unless another reached the customer', () => {
    expect(resultOf(f.invited(), mail('mail-sent'), mail('mail-bounced'))?.delivered).toBe(false);
    expect(resultOf(f.invited(), mail('mail-sent'), mail('mail-bounced'), mail('mail-sent', '2'))?.delivered).toBe(
      true,
    );
  });

  test('who was not asked is counted with the reason, and not as invited', () => {
    const notAsked: CaseFact = { kind: 'survey-not-asked', data: { cycle: 1, reason: 'address-bounced' } };
    expect(resultOf(f.closed, notAsked)).toMatchObject({
      invited: false,
      notAsked: 'address-bounced',
      answered: false,
    });
  });
});

describe('an answer', () => {
  test('that was changed counts once, by its last version', () => {
    const changed = resultOf(f.invited(), f.answered(1), f.answered(2), f.answered(5));
    expect(changed?.ratings.filter(({ measure }) => measure === 'csat:1-5')).toEqual([
      { measure: 'csat:1-5', scale: { from: 1, to: 5 }, value: 5 },
    ]);
  });

  test('is told with what the case was like for its customer', () => {
    const happened = [f.freezePlanned('acc_1'), f.frozen('acc_1'), f.freezeCompleted, f.closed, f.invited()];
    const result = resultOf(...happened, f.answered(2));
    expect(result?.driver).toEqual({
      experience: { hoursToFreeze: 3 / 3600, reopened: 0, slaBreached: true },
      score: 2,
    });
    expect(resultOf(f.closed, f.invited(), f.answered(2))).not.toHaveProperty('driver'); // nothing was frozen
  });

  test('counts for whoever answers for the case, or else for whoever triaged it', () => {
    const triaged = [f.taskOpened('triage'), f.completed('triage', 'resolved', 'ann'), f.closed, f.invited()];
    expect(resultOf(...triaged)?.groups).toMatchObject({ type: 'lost-card', team: 'cards', agent: 'ann' });
    const owned: CaseFact = { kind: 'owner-assigned', data: { owner: 'olga' } };
    expect(resultOf(owned, ...triaged)?.groups.agent).toBe('olga');
    expect(resultOf(f.invited())?.groups.agent).toBe('nobody');
  });

  test('counts where the case had got to when its customer was asked, whatever happened later', () => {
    const history = [f.closed, f.invited(), f.transferred('fraud'), f.answered(4)];
    expect(resultOf(...history)?.groups.team).toBe('cards');
  });
});

describe('an answer to several questions', () => {
  const rated = (question: string, kind: 'csat' | 'nps' | 'likert', value: number, to: number) => ({
    ...{ question, kind, value, from: kind === 'nps' ? 0 : 1, to },
  });
  const chose = (perceives: 'time' | 'outcome', choice: string) => ({
    ...{ question: perceives, kind: 'choice' as const, choices: [choice], offered: [choice], perceives },
  });
  const given = (answers: object[], more: object = {}): CaseFact => ({
    kind: 'survey-answered',
    data: { cycle: 1, survey: { id: 'after-case', version: 3 }, answers: answers as never, ...more },
  });

  test('counts for each question, and the first of a kind for the kind: nobody is two customers', () => {
    const answer = given([rated('overall', 'csat', 4, 5), rated('speed', 'csat', 2, 5), rated('tone', 'likert', 5, 5)]);
    expect(resultOf(f.invited(), answer)?.ratings.map(({ measure, value }) => `${measure} ${value}`)).toEqual([
      'csat:1-5:after-case/overall 4',
      'csat:1-5 4',
      'csat:1-5:after-case/speed 2',
      'likert:1-5:after-case/tone 5',
    ]);
  });

  test('that came after the survey was over is not counted; what was said in time stays', () => {
    const inTime = given([rated('overall', 'nps', 9, 10)], { version: 1 });
    const late = given([rated('overall', 'nps', 0, 10)], { version: 2, late: true });
    expect(resultOf(f.invited(), inTime, late)?.ratings[0]?.value).toBe(9);
    expect(resultOf(f.invited(), late)).toMatchObject({ answered: false, ratings: [] });
  });

  test('is compared with what the customer had expected, where both are known', () => {
    const hopeful: CaseFact = {
      kind: 'case-opened',
      data: { ...f.opened.data, expected: { time: 'one-day', outcome: 'money-returned' } } as never,
    };
    const of = (opening: CaseFact, ...answers: object[]) =>
      resultsOf(historyOf(opening, f.invited(), given(answers)), world)[0];
    expect(of(hopeful, chose('time', 'one-week'), chose('outcome', 'money-returned'))).toMatchObject({
      ...{ timeGap: -2, wishFulfilled: true },
    });
    expect(of(hopeful, chose('time', 'hours'), chose('outcome', 'none'))).toMatchObject({
      ...{ timeGap: 1, wishFulfilled: false },
    });
    const unasked = of(f.opened, chose('time', 'hours'));
    expect(unasked).not.toHaveProperty('timeGap');
    expect(unasked).not.toHaveProperty('wishFulfilled');
  });

  test('of a second asking after a recovery is not counted with the first', () => {
    const again: CaseFact = {
      kind: 'survey-invited',
      data: { cycle: 1, round: 2, expiresAt: '2026-12-24T09:00:00.000Z' },
    };
    const second = given([rated('overall', 'csat', 5, 5)], { round: 2 });
    const results = resultsOf(historyOf(f.opened, f.invited(), f.answered(1), again, second), world);
    expect(results.map(({ purpose, ratings }) => [purpose, ratings[0]?.value])).toEqual([
      ['transactional', 1],
      ['after-recovery', 5],
    ]);
  });
});

test('the name of a result is that of its asking, so that it is kept once', () => {
  expect(resultOf(f.invited())?.surveyId).toBe(`${caseId}#1#1`);
});

describe('a day', () => {
  const dayOf = (at: string, timeZone: string) => {
    const events = historyOf(f.opened, f.invited()).map((event) => ({ ...event, at }));
    return resultsOf(events, { ...world, timeZone })[0]?.day;
  };

  test('is a day where the organisation is', () => {
    expect(dayOf('2026-11-23T22:59:59.999Z', 'Europe/Berlin')).toBe('2026-11-23');
    expect(dayOf('2026-11-23T23:00:00.000Z', 'Europe/Berlin')).toBe('2026-11-24');
    expect(dayOf('2026-11-23T20:30:00.000Z', 'Asia/Tehran')).toBe('2026-11-24');
    expect(dayOf('2026-11-24T04:59:00.000Z', 'America/New_York')).toBe('2026-11-23');
  });

  test('has 23 hours when the clocks go forward, and 25 when they go back', () => {
    const hoursOf = (day: string, from: string) =>
      Array.from({ length: 60 }, (_, hour) => new Date(Date.parse(from) + hour * 3_600_000).toISOString()).filter(
        (at) => dayOf(at, 'Europe/Berlin') === day,
      ).length;
    expect(hoursOf('2026-03-29', '2026-03-28T00:00:00Z')).toBe(23);
    expect(hoursOf('2026-10-25', '2026-10-24T00:00:00Z')).toBe(25);
    expect(hoursOf('2026-11-23', '2026-11-22T00:00:00Z')).toBe(24);
  });
});
