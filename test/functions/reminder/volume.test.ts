import { expect, test } from 'vitest';
import { LONGEST_SWEEP } from '../../../functions/reminder/digest.ts';
import { remind } from '../../../functions/reminder/remind.ts';
import { after as later, minute } from '../../../functions/shared/now.ts';
import { sideBySide } from '../../../functions/shared/side-by-side.ts';
import { schedules } from '../../../infra/background.ts';
import { monday } from '../../support/given.ts';
import { reminderWorld } from './reminder-world.ts';

const { anotherWorld, list, world, office, openTask, remindersIn, posted } = reminderWorld();

const several = (count: number, of: { claimedBy: string; dueAt?: string }) =>
  sideBySide(Array.from({ length: count }), () => openTask(of));
const afterAll = later(monday, 1);

test('somebody with a thousand due tasks gets one mail, all is recorded, and nobody else waits for it', async () => {
  const many = await several(1000, { claimedBy: 'ann' });
  const [one = ''] = await several(1, { claimedBy: 'ben', dueAt: afterAll });
  expect(await remind(world(), afterAll)).toEqual({ reminded: 1001 });
  expect(posted()).toEqual(['ann', 'ben']);
  const mail = office().posted.find(({ to }) => to.startsWith('ann'));
  expect(mail?.subject).toContain('1,000');
  expect(mail?.text).toMatch(/980\W* more/);
  const said = await sideBySide(many, remindersIn);
  expect(said.every((rungs) => JSON.stringify(rungs) === '[["due","ann"]]')).toBe(true);
  expect(await remindersIn(one)).toEqual([['due', 'ben']]);
}, 120_000);

test('one sweep records so many and no more; the next goes on, without another mail', async () => {
  const caseIds = await several(50, { claimedBy: 'ann' });
  await several(1, { claimedBy: 'ben', dueAt: afterAll });
  const recorded: number[] = [];
  for (const quarters of [0, 1, 2, 3]) {
    const { reminded } = await remind(world(), later(afterAll, quarters * 15 * minute), 20);
    recorded.push(reminded);
    if (quarters === 0) expect(posted()).toEqual(['ann', 'ben']);
    await sideBySide(caseIds, list);
  }
  expect(recorded.slice(0, 2)).toEqual([20, 20]);
  for (const caseId of caseIds) expect(await remindersIn(caseId)).toEqual([['due', 'ann']]);
  expect(posted()).toEqual(['ann', 'ben']);
});

test('what is not due costs nothing, however much there is', async () => {
  await several(50, { claimedBy: 'ann', dueAt: later(monday, minute) });
  const calls: string[] = [];
  const counted = anotherWorld((db) => {
    const send = async (command: { constructor: { name: string } }) => {
      calls.push(command.constructor.name);
      return db.send(command as never);
    };
    return { send } as unknown as typeof db;
  });
  await remind(counted, monday);
  // The ladder, and one page at each of four heights.
  expect(calls).toEqual(Array(5).fill('QueryCommand'));
});

test('a sweep is stopped before its claims are taken for those of a dead one, and before the next begins', () => {
  const { minutes, every } = schedules.Remind;
  expect(minutes * minute).toBeLessThanOrEqual(LONGEST_SWEEP);
  expect(LONGEST_SWEEP).toBeLessThan(every * minute);
});
