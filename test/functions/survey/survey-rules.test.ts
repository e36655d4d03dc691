import { describe, expect, test } from 'vitest';
import type { Case } from '../../../functions/case/case.ts';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { type Answer, answerSurvey, startSurvey, surveyState } from '../../../functions/survey/answer-survey.ts';
import { concludeSurvey } from '../../../functions/survey/conclude-survey.ts';
import { declineSurvey } from '../../../functions/survey/decline-survey.ts';
import { isDetractor } from '../../../functions/survey/detractor.ts';
import { type Grounds, inviteCustomer } from '../../../functions/survey/invite-customer.ts';
import { planSurvey, surveyExpiry } from '../../../functions/survey/plan-survey.ts';
import { remindCustomer } from '../../../functions/survey/remind-customer.ts';
import { shippedRules } from '../../../functions/survey/survey-rules.ts';
import * as f from '../../support/facts.ts';
import { given, type Happened, monday } from '../../support/given.ts';
import { amir } from '../../support/mail-world.ts';
import { afterCase } from '../../support/survey-form.ts';

const expiresAt = '2026-12-07T09:00:00.000Z';
const before = '2026-12-07T08:59:59.999Z';
const first = { cycle: 1 };
const survey = { id: 'after-case', version: 3 };
const closed = (...facts: Happened[]) => given(f.opened, f.closed, ...facts);
const invited = (...facts: Happened[]) => closed(f.invited(expiresAt), ...facts);

test('a customer is asked a day after the close, reminded after three, and can answer for fourteen', () => {
  const plan = planSurvey(monday);
  expect(plan).toMatchObject({ inviteAt: '2026-11-24T09:00:00.000Z', remindAfterSeconds: 3 * 86_400, reminders: 1 });
  expect(plan.remindAfterSeconds + plan.expireAfterSeconds).toBe(14 * 86_400);
  expect(surveyExpiry(monday)).toBe(expiresAt);
});

test.each([0, 1, 2, 3])('with %i reminders the survey is open as long as the rules say', (reminders) => {
  const plan = planSurvey(monday, { ...shippedRules, reminders });
  const waits = Array.from({ length: Math.max(reminders, 1) }, () => plan.remindAfterSeconds);
  const open = waits.reduce((sum, wait) => sum + wait, 0) + (reminders > 0 ? plan.expireAfterSeconds : 0);
  expect(open).toBe(14 * 86_400);
});

describe('the invitation', () => {
  const grounds: Grounds = {
    asking: first,
    rules: shippedRules,
    customer: { contact: amir, isStaff: false },
    definition: { ...survey, definition: afterCase },
    sample: { period: '2026-11', stratum: 'lost-card', rate: 0.5 },
  };
  const invite = inviteCustomer(grounds, monday);
  const because = (current: Case, more: Partial<Grounds> = {}) =>
    inviteCustomer({ ...grounds, ...more }, monday)(current).map(({ data }) => 'reason' in data && data.reason);

  test('is made once in a cycle, after the close, and says what is asked, how, and by which draw', () => {
    const about = { cycle: 1, survey, sample: grounds.sample };
    expect(invite(closed())).toEqual([
      {
        kind: 'survey-invited',
        data: { ...about, kind: 'transactional', language: 'en', channel: 'email', expiresAt, scale: 'csat' },
      },
    ]);
    expect(invite(invited())).toEqual([]);
    expect(invite(given())).toEqual([]);
  });

  test('is made in a language the survey has', () => {
    const definition = { ...survey, definition: { ...afterCase, languages: ['fa' as const] } };
    expect(inviteCustomer({ ...grounds, definition }, monday)(closed())).toMatchObject([{ data: { language: 'fa' } }]);
  });

  const reopened = (reason: 'not-solved' | 'thank-you'): CaseFact => ({
    kind: 'case-reopened',
    data: { cycle: 2, reason },
  });
  const linked = (as: 'child' | 'merged-into'): CaseFact => ({
    kind: 'case-linked',
    data: { caseId: 'case_00000000000000000000000002', as },
  });
  const closedWith = (data: object) =>
    given(f.opened, { ...f.closed, data: { ...f.closed.data, ...data } } as CaseFact);
  const owner: CaseFact = { kind: 'owner-assigned', data: { owner: 'cus_amir' } };
  const long = { ...shippedRules, oldestDays: 0 };
  const refusals: [reason: string, current: Case, more?: Partial<Grounds>][] = [
    ['customer-withdrew', closedWith({ resolution: 'customer-withdrew' })],
    ['not-after-this-resolution', closed(), { rules: { ...shippedRules, notAfter: ['resolved'] } }],
    ['no-survey-for-this-type', closed(), { rules: { ...shippedRules, after: {} } }],
    ['spam', closedWith({ noSurvey: 'spam' })],
    ['closed-without-survey', closedWith({ noSurvey: 'sensitive' })],
    ['case-too-old', closed(), { rules: long }],
    ['merged', given(f.opened, linked('merged-into'))],
    [
      'cancelled',
      given(f.opened, { kind: 'case-cancelled', data: { reason: 'duplicate', accounts: 'keep-frozen', frozen: [] } }),
    ],
    ['reopened', closed(reopened('not-solved'))],
    ['trivial-reopen', closed(reopened('thank-you'), f.closed), { asking: { cycle: 2 } }],
    ['part-of-major-incident', closed(linked('child'))],
    ['staff', closed(), { customer: { contact: amir, isStaff: true } }],
    ['staff', given(f.opened, owner, f.closed)],
    ['no-address', closed(), { customer: { contact: undefined, isStaff: false } }],
    ['address-bounced', closed(), { customer: { contact: { ...amir, bouncedAt: monday }, isStaff: false } }],
    ['not-sampled', closed(), { refused: 'not-sampled' }],
    ['contact-budget-spent', closed(), { refused: 'contact-budget-spent' }],
    ['opted-out', closed(), { refused: 'opted-out' }],
    ['no-consent', closed(), { refused: 'no-consent' }],
  ];
  test.each(refusals)('is not made (%s), and the history says so, once', (reason, current, more) => {
    expect(because(current, more)).toEqual([reason]);
    const [refusal] = inviteCustomer({ ...grounds, ...more }, monday)(current);
    expect(refusal).toMatchObject({ kind: 'survey-not-asked' });
  });

  test('is made again after a new piece of work', () => {
    const again = closed(f.invited(expiresAt), f.answered(), reopened('not-solved'), f.closed);
    const asking = { cycle: 2 };
    expect(inviteCustomer({ ...grounds, asking }, monday)(again)).toMatchObject([{ data: { cycle: 2 } }]);
    expect(invite(again)).toEqual([]);
  });
});

describe('the reminder', () => {
  const remind = remindCustomer(first, 1);

  test('comes once for each number, to somebody who has not answered', () => {
    const reminded = remind(invited());
    expect(reminded).toEqual([{ kind: 'survey-reminded', data: { cycle: 1, number: 1, expiresAt } }]);
    expect(remind(invited(...reminded))).toEqual([]);
    expect(remindCustomer(first, 2)(invited(...reminded))).toMatchObject([{ data: { number: 2 } }]);
    expect(remind(invited(f.answered()))).toEqual([]);
    expect(remind(closed())).toEqual([]);
  });

  test('does not come to somebody who wants no surveys', () => {
    const declined = declineSurvey(first, 'one-click')(invited());
    expect(declined).toMatchObject([{ kind: 'survey-declined', data: { through: 'one-click' } }]);
    expect(remind(invited(...declined))).toEqual([]);
    expect(declineSurvey(first, 'page')(invited(...declined))).toEqual([]);
    expect(surveyState(invited(...declined), first, monday)).toBe('declined');
  });
});

describe('an answer', () => {
  const rated = (value: number) => ({ question: 'satisfaction', kind: 'csat' as const, value, from: 1, to: 5 });
  const answer = (at: string, more: Partial<Answer> = {}) =>
    answerSurvey(
      {
        asking: first,
        replaces: 0,
        survey,
        language: 'en',
        channel: 'web',
        answers: [rated(4)],
        detractor: false,
        ...more,
      },
      at,
    );

  test('is kept with its scale, its language and the version of the survey', () => {
    const data = { cycle: 1, survey, version: 1, answers: [rated(4)], language: 'en', channel: 'web' };
    expect(answer(monday)(invited())).toEqual([{ kind: 'survey-answered', data }]);
  });

  test('of two that were given to the same form, one is news', () => {
    const once = answer(monday)(invited());
    expect(answer(monday, { answers: [rated(1)] })(invited(...once))).toEqual([]);
  });

  test('can be changed, every version is kept, and the last one counts', () => {
    const once = answer(monday)(invited());
    const changed = answer(before, { replaces: 1, answers: [rated(2)] })(invited(...once));
    expect(changed).toMatchObject([{ data: { version: 2 } }]);
    expect(invited(...once, ...changed).surveys).toMatchObject([{ versions: 2, score: 2, status: 'answered' }]);
  });

  test('counts up to the last moment; after it, it is kept and does not count', () => {
    expect(answer(before)(invited())).toHaveLength(1);
    const late = answer(expiresAt)(invited());
    expect(late).toMatchObject([{ data: { late: true, version: 1 } }]);
    const over = invited({ kind: 'survey-expired', data: { cycle: 1 } }, ...late);
    expect(over.surveys).toMatchObject([{ status: 'expired', versions: 1 }]);
    expect(over.surveys[0]?.score).toBeUndefined();
    expect(surveyState(invited(), first, expiresAt)).toBe('expired');
  });

  test('that changes one in time comes too late and leaves it what it was', () => {
    const once = answer(monday)(invited());
    const late = answer(expiresAt, { replaces: 1, answers: [rated(1)] })(invited(...once));
    expect(invited(...once, ...late).surveys).toMatchObject([{ score: 4, status: 'answered', versions: 2 }]);
  });

  test('to the survey of another cycle, or to none, is none', () => {
    expect(answer(monday, { asking: { cycle: 2 } })(invited())).toEqual([]);
    expect(answer(monday)(closed())).toEqual([]);
    expect(surveyState(invited(f.answered()), { cycle: 2 }, monday)).toBe('expired');
  });

  test('of the first kind, a number and no more, is read as it was meant', () => {
    expect(invited(f.answered(2)).surveys).toMatchObject([{ status: 'answered', score: 2 }]);
  });

  test('that was begun is noted once', () => {
    const begun = startSurvey(first, monday)(invited());
    expect(begun).toEqual([{ kind: 'survey-started', data: { cycle: 1 } }]);
    expect(startSurvey(first, monday)(invited(...begun))).toEqual([]);
    expect(startSurvey(first, expiresAt)(invited())).toEqual([]);
  });

  test('is a detractor’s by its first rating, on whatever scale', () => {
    expect(isDetractor([rated(2), rated(5)], shippedRules)).toBe(true);
    expect(isDetractor([rated(3), rated(1)], shippedRules)).toBe(false);
    const nps = (value: number) => [{ question: 'recommend', kind: 'nps' as const, value, from: 0, to: 10 }];
    expect([nps(0), nps(6), nps(7)].map((answers) => isDetractor(answers, shippedRules))).toEqual([true, true, false]);
    expect(isDetractor([], shippedRules)).toBe(false);
  });
});

test('what nobody answered is over in the end, once, and an answer stays an answer', () => {
  const conclude = concludeSurvey(first);
  const over = conclude(invited());
  expect(over).toEqual([{ kind: 'survey-expired', data: { cycle: 1 } }]);
  expect(conclude(invited(...over))).toEqual([]);
  expect(conclude(invited(f.answered()))).toEqual([]);
});

test('a customer whom nobody could ask was not asked, and the history says so', () => {
  const conclude = concludeSurvey(first);
  expect(conclude(closed())).toMatchObject([{ kind: 'survey-not-asked', data: { reason: 'could-not-be-asked' } }]);
  expect(conclude(closed(...conclude(closed())))).toEqual([]);
});
