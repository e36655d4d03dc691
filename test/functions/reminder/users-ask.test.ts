import { describe, expect, test } from 'vitest';
import { remind } from '../../../functions/reminder/remind.ts';
import { dueRung, Reminders, shippedReminders } from '../../../functions/reminder/reminder.ts';
import { day, hour, after as later, minute } from '../../../functions/shared/now.ts';
import * as f from '../../support/facts.ts';
import { given, monday } from '../../support/given.ts';
import { reminderWorld } from './reminder-world.ts';

// What people ask of help desks about reminders, each with the thread where they did.

const { happens, list, movesTo, world, office, openTask, remindersIn, posted } = reminderWorld();
const triageOf = (caseId: string) => f.taskId('triage', caseId);
const done = (caseId: string) =>
  ({ kind: 'task-completed', data: { taskId: triageOf(caseId), outcome: 'resolved' } }) as const;
const laddersOf = (more: object) => Reminders.parse({ ...shippedReminders, ...more });

describe('reminders', () => {
  test('come as often as the ladder says and not once only, each to be seen (pluginsGLPI/satisfaction#49, #60)', async () => {
    const { rungs } = laddersOf({
      rungs: [{ id: 'due-soon', hoursAfterDue: -24, to: 'responsible' }, ...shippedReminders.rungs],
    });
    await world().policies.save('reminders', { rungs, mailsAWeek: 7 }, 'adam', monday);
    const caseId = await openTask({ claimedBy: 'ann', dueAt: later(monday, day) });
    for (let days = 0; days < 7; days++) {
      await remind(world(), later(monday, days * day));
      await list(caseId);
    }
    expect((await remindersIn(caseId)).map(([rung]) => rung)).toEqual(['due-soon', 'due', 'overdue', 'escalated']);
    expect(posted()).toEqual(['ann', 'ann', 'ann', 'mia']);
  });

  test('end with the work, though the list still has it (redcapcustodian#131)', async () => {
    const caseId = await openTask({ claimedBy: 'ann' });
    await world().cases.change(caseId, { by: 'ann', at: monday }, () => [done(caseId)]);
    expect(await remind(world(), monday)).toEqual({ reminded: 0 });
    expect(posted()).toEqual([]);
  });

  test('do not pile up while the service is down: after ten days there is one (civicrm#31600)', async () => {
    const caseId = await openTask({ claimedBy: 'ann' });
    for (let hours = 0; hours < 72; hours += 6) {
      await remind(world(), later(monday, 10 * day + hours * hour));
      await list(caseId);
    }
    expect(posted()).toEqual(['mia']);
    expect(await remindersIn(caseId)).toEqual([['escalated', 'mia']]);
  });

  test('reach the manager when nobody does anything (chatwoot#6889)', async () => {
    await openTask();
    await remind(world(), monday);
    expect(posted()).toEqual(['mia']);
  });

  test('come neither at midnight nor in the evening, not even an escalation (zammad#4432)', async () => {
    await movesTo('mia', 'America/New_York');
    const caseId = await openTask({ claimedBy: 'ann', dueAt: later(monday, -5 * day) });
    for (let quarters = 0; quarters < 4 * 24; quarters++) {
      const at = later('2026-11-23T23:00:00.000Z', quarters * 15 * minute); // 18:00 in New York
      const before = posted().length;
      await remind(world(), at);
      if (posted().length > before) expect(at).toBe('2026-11-24T13:00:00.000Z');
    }
    expect(await remindersIn(caseId)).toEqual([['escalated', 'mia']]);
  });

  test('go to whoever has the task now, not to whoever had it when it came due (zammad#5051)', async () => {
    const caseId = await openTask();
    const claim = { kind: 'task-claimed', data: { taskId: triageOf(caseId) } } as const;
    await world().cases.change(caseId, { by: 'ann', at: monday }, () => [claim]);
    await remind(world(), monday); // the list still says nobody has it
    expect(posted()).toEqual([]);
    await list(caseId);
    await remind(world(), monday);
    expect(posted()).toEqual(['ann']);
  });

  test('of a new due time come although the old one was reminded of (zammad#4348, #498)', () => {
    const reminded = { taskId: f.taskId('triage'), name: 'due', dueAt: monday, to: 'ann', rung: 1 } as const;
    const opened = f.taskOpened('triage', { dueAt: monday });
    const [task] = given(f.opened, opened, { kind: 'reminder-sent', data: reminded }).tasks;
    if (!task) throw new Error('there is a task');
    const { rungs } = shippedReminders;
    expect(dueRung(task, rungs, later(monday, hour))).toBeUndefined();
    const moved = { ...task, dueAt: later(monday, day) };
    expect(dueRung(moved, rungs, later(monday, hour))).toBeUndefined();
    expect(dueRung(moved, rungs, later(monday, day))?.id).toBe('due');
  });

  test('to one person are at most so many a week, however much comes due; what waited comes then (freescout#4806)', async () => {
    await world().policies.save('reminders', laddersOf({ mailsAWeek: 3 }), 'adam', monday);
    const cases: string[] = [];
    const mailsOn: number[] = [];
    for (let days = 0; days < 8; days++) {
      cases.push(await openTask({ claimedBy: 'ann', dueAt: later(monday, days * day) }));
      await remind(world(), later(monday, days * day));
      for (const one of cases) await list(one);
      for (const { to } of office().posted.splice(0)) if (to.startsWith('ann')) mailsOn.push(days);
    }
    expect(mailsOn).toEqual([0, 1, 2, 7]);
    expect(await remindersIn(cases[4] ?? '')).toEqual([['overdue', 'ann']]);
  });

  test('to an address that is dead are none, however much comes due: a mail that came back brings no others (freescout#4806)', async () => {
    await world().vault.markBounced('ann', (await world().vault.contact('ann'))?.version ?? '', monday);
    const cases = [await openTask({ claimedBy: 'ann' }), await openTask({ claimedBy: 'ann' })];
    for (let days = 0; days < 4; days++) {
      await remind(world(), later(monday, days * day));
      for (const caseId of cases) await list(caseId);
    }
    expect(posted().filter((person) => person === 'ann')).toEqual([]);
    expect(await remindersIn(cases[0] ?? '')).toEqual([
      ['due', 'ann', 'address-bounced'],
      ['overdue', 'ann', 'address-bounced'],
    ]);
  });

  test('of a second cycle come, as those of the first did (freescout#436, #3295)', async () => {
    const caseId = await openTask({ claimedBy: 'ann' });
    await remind(world(), monday);
    const again = `${caseId}.2.triage`;
    const opened = f.taskOpened('triage', { id: again, in: caseId, dueAt: later(monday, day) });
    await happens(caseId, 'ann', done(caseId), opened, { kind: 'task-claimed', data: { taskId: again } });
    await remind(world(), later(monday, day));
    expect(posted()).toEqual(['ann', 'ann']);
  });

  test('do not stop at the first: the second comes at its time (freescout#5042)', async () => {
    const caseId = await openTask({ claimedBy: 'ann' });
    for (const days of [0, 2]) {
      await remind(world(), later(monday, days * day));
      await list(caseId);
    }
    expect(await remindersIn(caseId)).toEqual([
      ['due', 'ann'],
      ['overdue', 'ann'],
    ]);
  });
});
