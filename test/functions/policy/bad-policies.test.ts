import { beforeAll, expect, test } from 'vitest';
import { berlin, tehran } from '../../../functions/calendar/shipped-calendars.ts';
import { shippedCaseRules } from '../../../functions/case/case-rules.ts';
import { shippedReminders } from '../../../functions/reminder/reminder.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { shippedSla } from '../../../functions/sla/shipped-sla.ts';
import { startEntries } from '../../support/entries.ts';
import { httpEvent } from '../../support/http-event.ts';
import { teams } from '../../support/teams.ts';

// A policy that nobody could work by is refused when it is saved, along its route, with the name of its field.

await startEntries({ admin: 'any' });
type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
let put: Record<'calendars' | 'sla' | 'reminders' | 'teams' | 'cases', Handler>;
beforeAll(async () => {
  put = {
    calendars: (await import('../../../functions/sla/put-calendars.api.ts')).handler,
    sla: (await import('../../../functions/sla/put-sla.api.ts')).handler,
    reminders: (await import('../../../functions/policy/put-reminders.api.ts')).handler,
    teams: (await import('../../../functions/policy/put-teams.api.ts')).handler,
    cases: (await import('../../../functions/case/put-case-rules.api.ts')).handler,
  };
});
async function save(policy: keyof typeof put, body: unknown) {
  const event = httpEvent({ body, claims: { sub: 'adam', roles: 'admin' } });
  const { statusCode, body: answer = 'null' } = await put[policy](event);
  const { errors = [] } = JSON.parse(answer) as { errors?: { field: string; message: string }[] };
  return { status: statusCode, errors };
}

const hours = (from: string, to: string) => ({ from, to });
const withTehran = (more: object) => ({ calendars: [{ ...tehran, ...more }, berlin] });
const promised = (minutes: number, calendar = 'tehran') => ({ resolution: { minutes, calendar } });
const forCards = (...promises: [priority: string, targets: object][]) => ({
  sla: promises.map(([priority, targets]) => ({ type: 'lost-card', priority, targets })),
});
const ladder = (...rungs: [id: string, hoursAfterDue: number][]) => ({
  rungs: rungs.map(([id, hoursAfterDue]) => ({ id, hoursAfterDue, to: 'manager' })),
});
const without = (field: string) => teams.map((team, index) => (index === 0 ? { ...team, [field]: undefined } : team));

test.each<[what: string, policy: keyof typeof put, body: unknown, field: string, message: string]>([
  [
    'an interval that ends before it starts',
    ...(['calendars', withTehran({ week: { monday: [hours('17:00', '08:00')] } })] as const),
    ...(['calendars.0.week.monday.0.to', 'must be after 17:00'] as const),
  ],
  [
    'two shifts that overlap',
    ...(['calendars', withTehran({ week: { monday: [hours('08:00', '12:00'), hours('11:00', '17:00')] } })] as const),
    ...(['calendars.0.week.monday.1.from', 'must not be before 12:00'] as const),
  ],
  [
    'a time zone that there is not',
    ...(['calendars', withTehran({ timeZone: 'Asia/Atlantis' })] as const),
    ...(['calendars.0.timeZone', 'must be an IANA time zone'] as const),
  ],
  [
    'a day that there is not',
    ...(['calendars', withTehran({ holidays: [{ date: '2027-02-30', name: 'Never' }] })] as const),
    ...(['calendars.0.holidays.0.date', 'must be a day that exists'] as const),
  ],
  [
    'a week in which nobody works',
    ...(['calendars', withTehran({ week: {} })] as const),
    ...(['calendars.0.week', 'a promise nobody can keep'] as const),
  ],
  [
    'a calendar that promises still count in, taken away',
    ...(['calendars', { calendars: [berlin] }] as const),
    ...(['sla.0.targets.first-response.calendar', 'there is no calendar tehran'] as const),
  ],
  [
    'a promise of more working time than a year has',
    ...(['sla', forCards(['normal', promised(366 * 24 * 60)])] as const),
    ...(['sla.0.targets.resolution.minutes', 'a promise nobody can keep'] as const),
  ],
  [
    'a promise in the hours of a calendar that there is not',
    ...(['sla', forCards(['normal', promised(60, 'mars')])] as const),
    ...(['sla.0.targets.resolution.calendar', 'there is no calendar mars'] as const),
  ],
  [
    'promises that take longer when it is more urgent',
    ...(['sla', forCards(['normal', promised(60)], ['urgent', promised(120)])] as const),
    ...(['sla.1.targets.resolution.minutes', 'goes backwards'] as const),
  ],
  [
    'a first answer that may come after the end',
    ...([
      'sla',
      forCards(['normal', { 'first-response': { minutes: 90, calendar: 'tehran' }, ...promised(60) }]),
    ] as const),
    ...(['sla.0.targets.first-response.minutes', 'must not be longer than resolution (60)'] as const),
  ],
  [
    'a ladder whose rungs come in the wrong order',
    ...(['reminders', ladder(['overdue', 48], ['due', 96])] as const),
    ...(['rungs.1.id', 'must come before overdue'] as const),
  ],
  [
    'a ladder that goes back in time',
    ...(['reminders', ladder(['due', 8], ['overdue', 4])] as const),
    ...(['rungs.1.hoursAfterDue', 'must be more than 8'] as const),
  ],
  [
    'a warning that comes after the due time',
    ...(['reminders', ladder(['due-soon', 4])] as const),
    ...(['rungs.0.hoursAfterDue', 'must be negative'] as const),
  ],
  [
    'more mails than a week has days',
    ...(['reminders', { ...shippedReminders, mailsAWeek: 8 }] as const),
    ...(['mailsAWeek', '7'] as const),
  ],
  ['a line without a manager', 'teams', { teams: without('manager') }, 'teams.0.manager', ''],
  [
    'a team that keeps the hours of no calendar',
    ...(['teams', { teams: [{ ...teams[0], calendar: 'mars' }, ...teams.slice(1)] }] as const),
    ...(['teams.0.calendar', 'there is no calendar mars'] as const),
  ],
  [
    'a reminder that comes when the case is closed already',
    ...(['cases', { ...shippedCaseRules, waiting: { remindAfterDays: 14, closeAfterDays: 14 } }] as const),
    ...(['waiting.remindAfterDays', 'before closeAfterDays (14)'] as const),
  ],
])('%s is refused', async (_, policy, body, field, message) => {
  const refused = await save(policy, body);
  expect(refused.status).toBe(400);
  expect(refused.errors.map((error) => error.field)).toContain(field);
  expect(refused.errors.find((error) => error.field === field)?.message).toContain(message);
});

test('and what comes with the service is taken', async () => {
  expect((await save('calendars', { calendars: [tehran, berlin] })).status).toBe(200);
  expect((await save('sla', { sla: shippedSla })).status).toBe(200);
  expect((await save('reminders', shippedReminders)).status).toBe(200);
  expect((await save('teams', { teams })).status).toBe(200);
  expect((await save('cases', shippedCaseRules)).status).toBe(200);
});
