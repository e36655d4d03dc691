import { describe, expect, test } from 'vitest';
import { answerSurvey, surveyState } from '../../../functions/survey/answer-survey.ts';
import { concludeSurvey } from '../../../functions/survey/conclude-survey.ts';
import { inviteCustomer, unreachable } from '../../../functions/survey/invite-customer.ts';
import { planSurvey, surveyExpiry } from '../../../functions/survey/plan-survey.ts';
import { remindCustomer } from '../../../functions/survey/remind-customer.ts';
import { scoreFrom } from '../../../functions/survey/score.ts';
import * as f from '../../support/facts.ts';
import { given, type Happened, monday } from '../../support/given.ts';
import { amir } from '../../support/mail-world.ts';

const expiresAt = '2026-12-07T09:00:00.000Z';
const before = '2026-12-07T08:59:59.999Z';
const closed = (...facts: Happened[]) => given(f.opened, f.closed, ...facts);
const invited = (...facts: Happened[]) => closed(f.invited(expiresAt), ...facts);

test('a customer is asked a day after the close, reminded after three, and can answer for fourteen', () => {
  const plan = planSurvey(monday);
  expect(plan.inviteAt).toBe('2026-11-24T09:00:00.000Z');
  expect(plan.remindAfterSeconds).toBe(3 * 86_400);
  expect(plan.remindAfterSeconds + plan.expireAfterSeconds).toBe(14 * 86_400);
  expect(surveyExpiry(monday)).toBe(expiresAt);
});

describe('the invitation', () => {
  const invite = inviteCustomer(undefined, monday);

  test('is made once in a cycle, after the close', () => {
    expect(invite(closed())).toEqual([{ kind: 'survey-invited', data: { cycle: 1, expiresAt } }]);
    expect(invite(invited())).toEqual([]);
    expect(invite(given(f.opened))).toEqual([]);
  });

  test('is not made to somebody who withdrew, and the history says why', () => {
    const withdrawn = { ...closed(), resolution: 'customer-withdrew' as const };
    expect(invite(withdrawn)).toMatchObject([{ kind: 'survey-not-asked', data: { reason: 'customer-withdrew' } }]);
  });

  test('is not made to somebody who can not be reached', () => {
    expect(unreachable(undefined)).toBe('no-address');
    expect(unreachable({ ...amir, bouncedAt: monday })).toBe('address-bounced');
    expect(unreachable(amir)).toBeUndefined();
    const decided = inviteCustomer('address-bounced', monday)(closed());
    expect(decided).toMatchObject([{ kind: 'survey-not-asked', data: { reason: 'address-bounced' } }]);
    expect(inviteCustomer('no-address', monday)(closed(...decided))).toEqual([]);
  });
});

describe('the reminder', () => {
  test('comes once, to somebody who has not answered', () => {
    const reminded = remindCustomer()(invited());
    expect(reminded).toEqual([{ kind: 'survey-reminded', data: { cycle: 1, expiresAt } }]);
    expect(remindCustomer()(invited(...reminded))).toEqual([]);
    expect(remindCustomer()(invited(f.answered()))).toEqual([]);
    expect(remindCustomer()(closed())).toEqual([]);
  });
});

describe('an answer', () => {
  const answer = (at: string, cycle = 1) => answerSurvey({ cycle, score: 4 }, at);

  test('counts once', () => {
    const first = answer(monday)(invited());
    expect(first).toEqual([{ kind: 'survey-answered', data: { cycle: 1, score: 4 } }]);
    expect(answer(monday)(invited(...first))).toEqual([]);
  });

  test('counts up to the last moment, and not after it', () => {
    expect(answer(before)(invited())).toHaveLength(1);
    expect(answer(expiresAt)(invited())).toEqual([]);
    expect(surveyState(invited(), { cycle: 1 }, expiresAt)).toBe('expired');
  });

  test('to the survey of another cycle, or to none, does not count', () => {
    expect(answer(monday, 2)(invited())).toEqual([]);
    expect(answer(monday)(closed())).toEqual([]);
    expect(surveyState(invited(f.answered()), { cycle: 2 }, monday)).toBe('expired');
  });

  test('is a whole number from one to five', () => {
    expect(['1', '5'].map(scoreFrom)).toEqual([1, 5]);
    for (const text of ['0', '6', '1.5', '01', ' 1', '', 'five', null, undefined])
      expect(scoreFrom(text)).toBeUndefined();
  });
});

test('what nobody answered is over in the end, once, and an answer stays an answer', () => {
  const over = concludeSurvey()(invited());
  expect(over).toEqual([{ kind: 'survey-expired', data: { cycle: 1 } }]);
  expect(concludeSurvey()(invited(...over))).toEqual([]);
  expect(concludeSurvey()(invited(f.answered()))).toEqual([]);
  expect(answerSurvey({ cycle: 1, score: 5 }, monday)(invited(...over))).toEqual([]);
});
