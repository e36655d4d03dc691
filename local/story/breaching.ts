import { hour, instant } from '../../functions/shared/now.ts';
import { clockAt } from './complaining.ts';
import type { Complaint } from './complaint.ts';
import type { StoryWorld } from './world.ts';

const promised = 'تعهد: حل مسئله'; // Promised: solution

/** Reza writes on Sunday; nobody comes to it, so whoever answers for it is warned, and then the manager. */
export async function breaching(world: StoryWorld, { reza, sunday }: Complaint): Promise<void> {
  const { chapter, check, until, caseOf, api, laptop } = world;
  chapter('Reza writes; the promise is broken, and the manager hears of it');
  await clockAt(world, sunday, 'the weekend and the holiday are over, and Reza sends his statements');
  const remindersOf = (who: string) =>
    laptop.cloud.inbox.messages(`${who}@example.com`).filter(({ tags }) => tags.letter === 'task-reminder');
  check('over four days off nobody of the team was written to', remindersOf('nasrin').length === 0);
  const body = { channel: 'web', direction: 'inbound', text: 'صورت‌حساب‌ها پیوست است.' } as const;
  await api('cus_reza').recordInteraction({ path: { caseId: reza }, body });
  await until('the case goes on', async () => !(await caseOf(reza)).waitsForYou);
  const { nextDueAt = '' } = await api('nasrin').showSla({ path: { caseId: reza }, query: {} });
  const due = Date.parse(nextDueAt);
  const expected = sunday + 2.5 * hour;
  check(
    'two and a half working hours are left: it is due this morning',
    Math.abs(due - expected) < hour / 4,
    nextDueAt,
  );

  await clockAt(world, due, 'nobody has come to it; the promise is broken');
  const [warning] = remindersOf('nasrin');
  check(`an hour before, Nasrin was warned: “${warning?.subject}”`, remindersOf('nasrin').length === 1);
  const { clocks } = await api('nasrin').showSla({ path: { caseId: reza }, query: {} });
  await clockAt(world, due + 2 * hour, 'still nobody');
  const late = (await api('nasrin').showSla({ path: { caseId: reza }, query: {} })).clocks.find(
    ({ clock }) => clock === 'resolution',
  );
  check('the clock says since when it is late', late?.breachedAt === instant(due), late ?? clocks);
  const [escalation] = remindersOf('kamran');
  const text = escalation?.text ?? '';
  check(
    `Kamran, who manages the team, is told: “${escalation?.subject}”`,
    remindersOf('kamran').length === 1 && text.includes(promised),
    text,
  );
}
