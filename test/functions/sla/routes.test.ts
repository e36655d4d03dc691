import { beforeAll, describe, expect, test } from 'vitest';
import { berlin, tehran } from '../../../functions/calendar/shipped-calendars.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import type { ApiEvent } from '../../../functions/shared/api.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { hour, instant } from '../../../functions/shared/now.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { httpEvent } from '../../support/http-event.ts';
import { tableNames } from '../../support/tables.ts';

const { db } = await startEntries({ agent: 'any', admin: 'any' });
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);

type Handler = (event: ApiEvent) => Promise<{ statusCode?: number | undefined; body?: string | undefined }>;
let handlers: Record<'show' | 'putSla' | 'getSla' | 'putCalendars' | 'getCalendars', Handler>;
beforeAll(async () => {
  handlers = {
    show: (await import('../../../functions/sla/show-sla.api.ts')).handler,
    putSla: (await import('../../../functions/sla/put-sla.api.ts')).handler,
    getSla: (await import('../../../functions/sla/get-sla.api.ts')).handler,
    putCalendars: (await import('../../../functions/sla/put-calendars.api.ts')).handler,
    getCalendars: (await import('../../../functions/sla/get-calendars.api.ts')).handler,
  };
});

async function call(name: keyof typeof handlers, request: Parameters<typeof httpEvent>[0] = {}) {
  const claims = { sub: 'adam', roles: 'admin' };
  const { statusCode, body = 'null' } = await handlers[name](httpEvent({ ...request, claims }));
  return { status: statusCode, body: JSON.parse(body) };
}

type Clock = { clock: string; state: string; totalMilliseconds: number; ledger: { milliseconds: number }[] };

describe('the clocks of a case', () => {
  test('are shown with their due times, and explain themselves to the millisecond when asked', async () => {
    const caseId = newId('case');
    await cases.change(caseId, { by: 'app', at: instant(Date.now() - hour) }, () => [f.opened]);
    const plain = await call('show', { path: { caseId } });
    expect(plain.status).toBe(200);
    const clocks: Clock[] = plain.body.clocks;
    expect(clocks.map(({ clock }) => clock).sort()).toEqual(['first-response', 'progress-update', 'resolution']);
    expect(clocks[0]).not.toHaveProperty('ledger');

    const explained: Clock[] = (await call('show', { path: { caseId }, query: { explain: '' } })).body.clocks;
    for (const { ledger, totalMilliseconds } of explained) {
      expect(ledger.reduce((sum, entry) => sum + entry.milliseconds, 0)).toBe(totalMilliseconds);
    }
  });

  test('of a case that does not exist are not there', async () => {
    expect((await call('show', { path: { caseId: newId('case') } })).status).toBe(404);
  });
});

describe('promises and calendars', () => {
  test('come with the service, and can be saved as they are', async () => {
    const { body } = await call('getSla');
    expect(body.version).toBe(0);
    expect((await call('putSla', { body: { sla: body.sla } })).status).toBe(200);
    const calendars = await call('getCalendars');
    expect((await call('putCalendars', { body: { calendars: calendars.body.calendars } })).status).toBe(200);
  });

  test('a promise on a calendar that is not there is refused by the name of its field', async () => {
    const { sla } = (await call('getSla')).body;
    const targets = { resolution: { minutes: 60, calendar: 'mars' } };
    const refused = await call('putSla', { body: { sla: [{ ...sla[0], targets }] } });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'sla.0.targets.resolution.calendar' }] } });
  });

  test('a calendar that promises still count in cannot be taken away', async () => {
    const refused = await call('putCalendars', { body: { calendars: [berlin] } });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].message).toBe('there is no calendar tehran');
  });

  test('a working day that ends before it starts is refused by the name of its field', async () => {
    const week = { ...tehran.week, monday: [{ from: '17:00', to: '08:00' }] };
    const refused = await call('putCalendars', { body: { calendars: [{ ...tehran, week }, berlin] } });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].field).toMatch(/^calendars\.0\.week\.monday\.0/);
  });
});
