import { beforeEach, describe, expect, test } from 'vitest';
import { versionStore } from '../../../functions/policy/version-store.ts';
import { remind } from '../../../functions/reminder/remind.ts';
import { shippedReminders } from '../../../functions/reminder/reminder.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { hour, type Instant, after as later, minute } from '../../../functions/shared/now.ts';
import { promiseListStore } from '../../../functions/sla/promise-list-store.ts';
import { relistPromises } from '../../../functions/sla/relist-promises.ts';
import { aroundTheClock, type Sla } from '../../../functions/sla/sla.ts';
import { slaPolicies } from '../../../functions/sla/sla-policies.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { tableNames } from '../../support/tables.ts';
import { reminderWorld } from '../reminder/reminder-world.ts';

// When promises, calendars or the ladder are changed, cases that nothing happens to are due otherwise, too.

const { world, db, happens, posted } = reminderWorld();
const list = () => promiseListStore(db(), tableNames.CASE_VIEWS_TABLE);
const versions = () => versionStore(db(), tableNames.POLICIES_TABLE);
/** A function that has just started: it remembers no policy. */
const sweep = (at: Instant, most?: number) =>
  relistPromises({ ...world(), list: list(), sla: slaPolicies(versions()), versions: versions() }, at, most);
const at = (hours: number) => later(monday, hours * hour);
const climb = (promises: boolean, when: Instant) =>
  world().policies.save('reminders', { ...shippedReminders, mailsAWeek: 7, promises }, 'adam', when);
const promise = (minutes: number): Sla => [
  { type: 'lost-card', priority: 'normal', targets: { 'first-response': { minutes, calendar: aroundTheClock } } },
];

let cases: string[];
beforeEach(async () => {
  cases = [newId('case'), newId('case'), newId('case')];
  for (const caseId of cases) await happens(caseId, 'app', f.opened);
});
const dueOf = async (caseId: string) => (await list().of(caseId)).map(({ kind, dueAt }) => [kind, dueAt]);

describe('the list of promises', () => {
  test('has every open case once promises begin to climb the ladder, and is not made again', async () => {
    await climb(true, monday);
    await versions().save('sla', promise(8 * 60), 'adam', later(monday, -hour));
    expect(await sweep(at(0.5))).toEqual({ relisted: 3 });
    for (const caseId of cases) expect(await dueOf(caseId)).toEqual([['first-response', at(8)]]);
    expect(await sweep(at(1))).toEqual({ relisted: 0 });
    await remind(world(), at(8));
    expect(posted()).toEqual(['mia']);
  });

  test('follows a promise that is made shorter, and nobody stays reminded of one that was taken back (zammad#4353)', async () => {
    await climb(true, later(monday, -hour));
    await versions().save('sla', promise(8 * 60), 'adam', later(monday, -hour));
    await sweep(at(0.1));
    await versions().save('sla', promise(4 * 60), 'adam', at(1));
    await sweep(at(2));
    expect(await dueOf(cases[0] ?? '')).toEqual([['first-response', at(4)]]);
    await versions().save('sla', [], 'adam', at(3));
    await sweep(at(3.5));
    expect(await dueOf(cases[0] ?? '')).toEqual([]);
    await remind(world(), at(100));
    expect(posted()).toEqual([]);
  });

  test('is empty once promises climb no ladder any more', async () => {
    await climb(true, later(monday, -hour));
    await sweep(at(0.1));
    expect(await dueOf(cases[0] ?? '')).not.toEqual([]);
    await climb(false, at(1));
    await sweep(at(2));
    expect(await dueOf(cases[0] ?? '')).toEqual([]);
  });

  test('is made anew a part at a time, each sweep going on where the last one ended', async () => {
    await climb(true, later(monday, -hour));
    expect(await sweep(at(1), 2)).toEqual({ relisted: 2 });
    expect(await sweep(at(2), 2)).toEqual({ relisted: 1 });
    expect(await sweep(at(3), 2)).toEqual({ relisted: 0 });
    for (const caseId of cases) expect(await dueOf(caseId)).not.toEqual([]);
  });

  test('waits until nobody remembers what was in force before', async () => {
    await climb(true, monday);
    expect(await sweep(later(monday, minute))).toEqual({ relisted: 0 });
    expect(await sweep(later(monday, 3 * minute))).toEqual({ relisted: 3 });
  });

  test('is not made, and no case is read, where promises never climbed the ladder', async () => {
    const readNothing = { ...world().views, list: () => Promise.reject(new Error('no case is looked at')) };
    const over = { ...world(), views: readNothing, list: list(), sla: slaPolicies(versions()), versions: versions() };
    expect(await relistPromises(over, at(1))).toEqual({ relisted: 0 });
  });
});
