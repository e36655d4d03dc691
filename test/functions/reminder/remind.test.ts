import { describe, expect, test } from 'vitest';
import { recordMailOutcome } from '../../../functions/mail/record-mail-outcome.ts';
import { remind } from '../../../functions/reminder/remind.ts';
import { day, hour, after as later, minute } from '../../../functions/shared/now.ts';
import { acknowledgeTask } from '../../../functions/task/acknowledge-task.ts';
import { killedAtEveryCall } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { reminderWorld } from './reminder-world.ts';

const { begin, happens, list, movesTo, world, office, anotherWorld, openTask, remindersIn, posted } = reminderWorld();

/** A sweep every six hours, for some days. */
async function sweepFor(days: number, caseId: string): Promise<void> {
  for (let hours = 0; hours < days * 24; hours += 6) {
    await remind(world(), later(monday, hours * hour));
    await list(caseId);
  }
}
const bounces = async (person: string) =>
  world().vault.markBounced(person, (await world().vault.contact(person))?.version ?? '', monday);

test('nothing is due, nobody is reminded', async () => {
  await openTask({ dueAt: later(monday, hour) });
  expect(await remind(world(), monday)).toEqual({ reminded: 0 });
  expect(posted()).toEqual([]);
});

test('three rungs are climbed: the one who has it twice, then the manager, each once', async () => {
  const caseId = await openTask({ claimedBy: 'ann' });
  await sweepFor(8, caseId);
  expect(await remindersIn(caseId)).toEqual([
    ['due', 'ann'],
    ['overdue', 'ann'],
    ['escalated', 'mia'],
  ]);
  expect(posted()).toEqual(['ann', 'ann', 'mia']);
});

test('everything that waits for a person is in one mail', async () => {
  const cases = [await openTask({ claimedBy: 'ann' }), await openTask({ claimedBy: 'ann' })];
  await openTask({ claimedBy: 'ben' });
  expect(await remind(world(), monday)).toEqual({ reminded: 3 });
  expect(posted()).toEqual(['ann', 'ben']);
  for (const caseId of cases) expect(await remindersIn(caseId)).toEqual([['due', 'ann']]);
});

test('what comes due after the mail of a day waits for the mail of the next', async () => {
  await openTask({ claimedBy: 'ann' });
  await remind(world(), monday);
  const late = await openTask({ claimedBy: 'ann' });
  await remind(world(), later(monday, hour));
  expect(await remindersIn(late)).toEqual([]);
  await remind(world(), later(monday, day));
  expect(await remindersIn(late)).toEqual([['due', 'ann']]);
  expect(posted()).toEqual(['ann', 'ann']);
});

test('a day begins at eight where the reader is: in Tehran before London', async () => {
  await movesTo('ann', 'Asia/Tehran');
  const night = '2026-11-24T02:00:00.000Z';
  await openTask({ claimedBy: 'ann', dueAt: night });
  await openTask({ claimedBy: 'ben', dueAt: night });
  const mails: string[] = [];
  for (let quarters = 0; quarters < 32; quarters++) {
    const at = later(night, quarters * 15 * minute);
    await remind(world(), at);
    for (const mail of office().posted.splice(0)) mails.push(`${at.slice(11, 16)} ${mail.to.split('@')[0]}`);
  }
  expect(mails).toEqual(['04:30 ann', '08:00 ben']);
});

describe('the history tells the truth', () => {
  test('of a reminder to somebody without an address; the ladder goes on to the manager', async () => {
    const caseId = await openTask({ claimedBy: 'nobody' });
    await sweepFor(6, caseId);
    expect(posted()).toEqual(['mia']);
    expect(await remindersIn(caseId)).toEqual([
      ['due', 'nobody', 'no-address'],
      ['overdue', 'nobody', 'no-address'],
      ['escalated', 'mia'],
    ]);
  });

  test('of a reminder to an address that mail comes back from', async () => {
    const caseId = await openTask({ claimedBy: 'ann' });
    await bounces('ann');
    await remind(world(), monday);
    expect(await remindersIn(caseId)).toEqual([['due', 'ann', 'address-bounced']]);
  });

  test('of a mail that came back later, in every case that it was about', async () => {
    const caseIds = [await openTask({ claimedBy: 'ann' }), await openTask({ claimedBy: 'ann' })];
    await remind(world(), monday);
    const mailId = office().posted[0]?.mailId ?? '';
    for (const _ of [1, 2]) await recordMailOutcome(world(), { mailId, outcome: 'bounced' }, monday);
    for (const caseId of caseIds) {
      const kinds = (await world().cases.history(caseId)).map(({ fact }) => fact.kind);
      expect(kinds.slice(-2)).toEqual(['reminder-sent', 'mail-bounced']);
    }
  });

  test('of a mail that may have been sent, when the answer was lost', async () => {
    const caseId = await openTask({ claimedBy: 'ann' });
    office().vanishNext();
    await remind(world(), monday);
    expect(await remindersIn(caseId)).toEqual([]);
    await remind(world(), later(monday, hour));
    expect(await remindersIn(caseId)).toEqual([['due', 'ann', 'unconfirmed']]);
    expect(posted()).toEqual([]);
  });
});

describe('two sweeps at once', () => {
  test('send one mail and climb one rung', async () => {
    const caseId = await openTask({ claimedBy: 'ann' });
    await Promise.all([remind(world(), monday), remind(world(), monday), remind(anotherWorld(), monday)]);
    await remind(world(), later(monday, hour));
    expect(posted()).toEqual(['ann']);
    expect(await remindersIn(caseId)).toEqual([['due', 'ann']]);
  });

  test('lose no reminder when one has claimed it, is refused, and the other saw the claim', async () => {
    const caseId = await openTask({ claimedBy: 'ann' });
    office().refuseNext(() => remind(anotherWorld(), later(monday, minute)));
    await remind(world(), monday);
    expect(await remindersIn(caseId)).toEqual([]);
    await remind(world(), later(monday, hour));
    expect(await remindersIn(caseId)).toEqual([['due', 'ann']]);
    expect(posted()).toEqual(['ann']);
  });
});

test('a mail that is refused keeps nobody else from theirs, and the next sweep tries again', async () => {
  const caseId = await openTask({ claimedBy: 'ann' });
  await openTask({ claimedBy: 'ben' });
  office().refuseNext();
  await remind(world(), monday);
  expect(posted()).toHaveLength(1);
  await remind(world(), later(monday, hour));
  expect(posted()).toEqual(['ann', 'ben']);
  expect(await remindersIn(caseId)).toEqual([['due', 'ann']]);
});

test('whoever has acknowledged a task is not reminded of it; the manager is in the end', async () => {
  const caseId = await openTask({ claimedBy: 'ann' });
  await world().cases.change(caseId, { by: 'ann', at: monday }, acknowledgeTask(f.taskId('triage', caseId), 'ann'));
  await sweepFor(6, caseId);
  expect(posted()).toEqual(['mia']);
  expect(await remindersIn(caseId)).toEqual([
    ['due', 'ann', 'acknowledged'],
    ['overdue', 'ann', 'acknowledged'],
    ['escalated', 'mia'],
  ]);
});

test('a manager who has acknowledged an unclaimed task spares nobody who takes it on later', async () => {
  const caseId = await openTask();
  const taskId = f.taskId('triage', caseId);
  await world().cases.change(caseId, { by: 'mia', at: monday }, acknowledgeTask(taskId, 'mia'));
  await happens(caseId, 'ann', { kind: 'task-claimed', data: { taskId } });
  await remind(world(), monday);
  expect(posted()).toEqual(['ann']);
});

test('a sweep that is killed anywhere reminds nobody twice, and loses no rung', async () => {
  const caseIds: string[] = [];
  await killedAtEveryCall(async (kill, where) => {
    caseIds.length = 0;
    await begin();
    caseIds.push(await openTask({ claimedBy: 'ann' }), await openTask({ claimedBy: 'ann' }));
    await remind(anotherWorld(kill), monday).catch(() => undefined);
    await remind(world(), later(monday, hour));
    expect(posted().length, where).toBeLessThan(2);
    for (const caseId of caseIds) {
      const [[rung, to, why] = [], ...more] = await remindersIn(caseId);
      expect([rung, to, more], where).toEqual(['due', 'ann', []]);
      expect([undefined, 'unconfirmed'], where).toContain(why);
      if (!why) expect(posted(), where).toEqual(['ann']);
    }
  });
});
