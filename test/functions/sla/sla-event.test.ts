import { expect, test } from 'vitest';
import { shippedCalendars, tehran } from '../../../functions/calendar/shipped-calendars.ts';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import type { Channel } from '../../../functions/case/channel.ts';
import { after, hour } from '../../../functions/shared/now.ts';
import { shippedSla } from '../../../functions/sla/shipped-sla.ts';
import { SlaQuery, showSla } from '../../../functions/sla/show-sla.ts';
import { readClocks } from '../../../functions/sla/sla-clock.ts';
import { slaEventsOf } from '../../../functions/sla/sla-event.ts';
import type { Policies } from '../../../functions/sla/terms.ts';
import * as f from '../../support/facts.ts';
import { historyOf, monday } from '../../support/given.ts';

/** A history of facts so many hours after Monday, 12:30 in Tehran. */
const history = (...facts: [hours: number, fact: CaseFact][]) =>
  historyOf(...facts.map(([, fact]) => fact)).map((event, index) => ({
    ...event,
    at: after(monday, (facts[index]?.[0] ?? 0) * hour),
  }));

const said = (direction: 'inbound' | 'outbound'): CaseFact => ({
  kind: 'interaction-recorded',
  data: { interactionId: 'int_1', channel: 'chat', direction, textId: 'int_1' },
});
const joined = (channel: Channel): CaseFact => ({ kind: 'report-joined', data: { subject: 'card_1', channel } });
const mailed = (letter: 'accounts-frozen' | 'survey-invitation'): CaseFact => ({
  kind: 'mail-sent',
  data: { mailId: 'm1', letter, to: 'cus_amir' },
});

const long = after(monday, -1000 * hour);
const policies: Policies = {
  sla: [{ version: 1, at: long, value: shippedSla }],
  calendars: [{ version: 1, at: long, value: shippedCalendars }],
};
const kinds = (...facts: [number, CaseFact][]) => slaEventsOf(history(...facts), policies).map(({ kind }) => kind);

test('what the customer, an agent and the system said moves the clocks, and what colleagues do does not', () => {
  expect(
    kinds(
      [0, f.opened],
      [0.1, mailed('accounts-frozen')],
      [0.2, f.taskOpened('triage')],
      [0.3, said('inbound')],
      [0.4, joined('phone')],
      [0.5, joined('detection')],
      [0.6, said('outbound')],
      [0.7, f.closed],
      [0.8, mailed('survey-invitation')],
    ),
  ).toEqual(['opened', 'customer-informed', 'customer-wrote', 'customer-wrote', 'agent-wrote', 'closed']);
});

test('a history that does not begin with the opening has no clocks', () => {
  expect(kinds()).toEqual([]);
  expect(kinds([0, said('inbound')])).toEqual([]);
});

test('a case has the promises of its type, in the versions of when it was opened', () => {
  const [opened] = slaEventsOf(history([0, f.opened]), policies);
  expect(opened).toMatchObject({ terms: { sla: 1, calendars: 1, priority: 'normal' } });
  const [earlier] = slaEventsOf(history([-2000, f.opened]), policies);
  expect(earlier).toMatchObject({ terms: { sla: 0, calendars: 0, targets: {} } });
});

test('what is written down later happened later, even by the clock of a writer that is behind', () => {
  const events = slaEventsOf(history([0, f.opened], [2, said('inbound')], [1.9, said('outbound')]), policies);
  expect(events.map(({ kind, at }) => [kind, at])).toEqual([
    ['opened', monday],
    ['customer-wrote', after(monday, 2 * hour)],
    ['agent-wrote', after(monday, 2 * hour)],
  ]);
});

test('versions saved while the case is open change its terms, in their place in the history', () => {
  const saved = { version: 2, at: after(monday, hour), value: [{ ...tehran, week: {} }, tehran] };
  const events = slaEventsOf(history([0, f.opened], [2, said('outbound')]), {
    sla: [...policies.sla, { version: 2, at: after(monday, 3 * hour), value: [] }],
    calendars: [...policies.calendars, saved],
  });
  expect(events).toMatchObject([
    { kind: 'opened' },
    { kind: 'terms-changed', because: 'calendar', at: after(monday, hour), terms: { sla: 1, calendars: 2 } },
    { kind: 'agent-wrote' },
    { kind: 'terms-changed', because: 'policy', terms: { sla: 2, targets: {} } },
  ]);
});

test('a target on a calendar that is not there is not counted', () => {
  const [opened] = slaEventsOf(history([0, f.opened]), { ...policies, calendars: [] });
  expect(opened).toMatchObject({ terms: { targets: {} } });
});

test('the clocks of a case are shown with their due times, and explained when asked', () => {
  const events = slaEventsOf(history([0, f.opened], [1, said('outbound')]), policies);
  const now = after(monday, 2 * hour);
  const readings = readClocks(events, now);
  const shown = showSla(readings, now, {});
  expect(JSON.parse(JSON.stringify(shown))).toEqual({
    at: now,
    nextDueAt: '2026-11-28T10:00:00.000Z',
    clocks: [
      {
        ...{ clock: 'first-response', cycle: 1, round: 1, state: 'stopped', calendar: 'tehran' },
        ...{ startedAt: monday, stoppedAt: after(monday, hour), dueAt: '2026-11-23T13:00:00.000Z' },
        ...{ usedMilliseconds: hour, targetMilliseconds: 4 * hour },
      },
      {
        ...{ clock: 'resolution', cycle: 1, round: 1, state: 'running', calendar: 'tehran' },
        ...{ startedAt: monday, dueAt: '2026-12-07T09:00:00.000Z' },
        ...{ usedMilliseconds: 2 * hour, targetMilliseconds: 90 * hour },
      },
      expect.objectContaining({ clock: 'progress-update', round: 1, state: 'stopped' }),
      expect.objectContaining({ clock: 'progress-update', round: 2, state: 'running' }),
    ],
  });
  for (const explained of showSla(readings, now, { explain: '' }).clocks) {
    expect(explained).toMatchObject({
      ledger: [{ kind: 'running' }],
      changes: [],
      totalMilliseconds: expect.any(Number),
    });
  }
});

test('an explanation is asked for with ?explain', () => {
  for (const explain of ['', 'true', 'false', undefined]) expect(SlaQuery.safeParse({ explain }).success).toBe(true);
  expect(SlaQuery.safeParse({ explain: 'please' }).success).toBe(false);
});

test('while a case waits for its customer its resolution clock stands still, and says for what', () => {
  const events = slaEventsOf(history([0, f.opened], [1, f.waits], [3, f.waited]), policies);
  const read = (hours: number) =>
    readClocks(events, after(monday, hours * hour)).find(({ clock }) => clock === 'resolution');
  expect(read(2)).toMatchObject({ state: 'paused', pausedFor: 'customer-documents', usedMilliseconds: hour });
  expect(read(4)).toMatchObject({ state: 'running', usedMilliseconds: 2 * hour });
});

test('while a case is merged into another its clocks stand still, and go on with what was used when it is taken out', () => {
  const into = { caseId: 'case_00000000000000000000000002', as: 'merged-into' } as const;
  const merged: CaseFact = { kind: 'case-linked', data: into };
  const parted: CaseFact = { kind: 'case-unlinked', data: into };
  expect(kinds([0, f.opened], [1, merged], [3, parted])).toEqual(['opened', 'closed', 'reopened']);
  const events = slaEventsOf(history([0, f.opened], [1, merged], [3, parted]), policies);
  const resolutions = readClocks(events, after(monday, 4 * hour)).filter(({ clock }) => clock === 'resolution');
  expect(resolutions).toMatchObject([
    { cycle: 1, state: 'stopped', usedMilliseconds: hour },
    { cycle: 2, state: 'running', usedMilliseconds: 2 * hour },
  ]);
  expect(resolutions[1]?.ledger.map(({ kind, why }) => why ?? kind)).toEqual(['running', 'closed', 'running']);
});

test('links to parents, children and what was taken in move no clock', () => {
  const linked = (as: 'parent' | 'child' | 'merged-from'): [number, CaseFact] => [
    1,
    { kind: 'case-linked', data: { caseId: 'case_00000000000000000000000002', as } },
  ];
  expect(kinds([0, f.opened], linked('parent'), linked('child'), linked('merged-from'))).toEqual(['opened']);
});
