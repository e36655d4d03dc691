import { dateOf } from '../../functions/calendar/calendar.ts';
import { tehran } from '../../functions/calendar/shipped-calendars.ts';
import { day, hour, instant, minute } from '../../functions/shared/now.ts';
import type { Complaint } from './complaint.ts';
import { timeIn } from './print-sla.ts';
import type { StoryWorld } from './world.ts';

const offset = 3.5 * hour; // Tehran keeps it all year
export const timeInTehran = timeIn(tehran.timeZone);
/** Works from Saturday to Wednesday, 8 to 17. */
const wednesday = (after: number): number => {
  const days = (number: number) => (((number + 4) % 7) + 7) % 7; // 0 is a Sunday
  let number = Math.floor((after + offset) / day);
  while (days(number) !== 3 || number * day + 16 * hour - offset <= after + hour / 2) number++;
  return number * day + 16 * hour - offset;
};

/** Moves the clock to this instant, unless the story is there already. */
export async function clockAt({ laptop, tell }: StoryWorld, at: number, why: string): Promise<void> {
  tell(`${timeInTehran(instant(at))} in Tehran: ${why}`);
  await laptop.clock.advance(Math.max(0, at - laptop.clock.now()));
}

/** Reza complains on a Wednesday; what is needed of him is asked for, and the weekend and a holiday follow. */
export async function complaining(world: StoryWorld): Promise<Complaint> {
  const { chapter, check, until, caseOf, api, laptop } = world;
  chapter('Another story: Reza complains, and is waited for over a weekend and a holiday');
  const opens = wednesday(laptop.clock.now());
  await promising(world, opens);
  await clockAt(world, opens, 'a Wednesday, the last day of the week');
  const { caseId: reza } = await api('cus_reza').openCase({
    body: { type: 'complaint', topic: 'charges', channel: 'web' },
  });
  const letters = () => laptop.cloud.inbox.messages('reza@example.com').map(({ subject }) => subject ?? '');
  const told = await until('the complaint is acknowledged', async () => letters()[0]);
  check(`Reza complains of charges, and is told that it has come: “${told}”`, letters().length === 1, letters());

  const nasrin = api('nasrin');
  await nasrin.assignOwner({ path: { caseId: reza }, body: { owner: 'nasrin' } });
  const assessment = `${reza}.1.complaint-assessment`;
  await until('the complaint is assessed', async () =>
    (await caseOf(reza)).tasks.some(({ taskId }) => taskId === assessment),
  );
  await nasrin.completeTask({ path: { taskId: assessment }, body: { outcome: 'investigate' } });
  await until('an investigation begins', async () =>
    (await caseOf(reza)).tasks.some(({ kind }) => kind === 'complaint-investigation'),
  );
  check('Nasrin answers for it, and assesses it: it has to be investigated', true);
  await clockAt(world, opens + hour / 2, 'Nasrin asks him for his statements');
  const body = { channel: 'email', direction: 'outbound', text: 'لطفاً صورت‌حساب‌های خود را بفرستید.' } as const;
  await nasrin.recordInteraction({ path: { caseId: reza }, body });
  await nasrin.waitForCustomer({ path: { caseId: reza }, body: { for: 'customer-documents' } });
  const { clocks } = await nasrin.showSla({ path: { caseId: reza }, query: {} });
  const resolution = clocks.find(({ clock }) => clock === 'resolution');
  check(
    'his clock stands still: half an hour of the three that were promised is used',
    isPaused(resolution, hour / 2),
    resolution,
  );
  return { reza, sunday: opens + 4 * day - 8 * hour };
}

const isPaused = (clock: { state: string; usedMilliseconds: number } | undefined, used: number): boolean =>
  clock?.state === 'paused' && Math.abs(clock.usedMilliseconds - used) < 15 * minute;

/** What an administrator sets for it: a holiday, a day for each complaint, and promises that climb the ladder. */
async function promising({ api, check, laptop }: StoryWorld, opens: number): Promise<void> {
  const admin = api('admin');
  const saturday = dateOf(Math.floor((opens + offset) / day) + 3);
  const [{ calendars }, { sla }] = await Promise.all([admin.getCalendars(), admin.getSla()]);
  const holidays = [
    ...tehran.holidays.filter(({ date }) => date !== saturday),
    { date: saturday, name: 'Day of the Story' },
  ];
  const withHoliday = calendars.map((one) => (one.calendar === 'tehran' ? { ...one, holidays } : one));
  await admin.putCalendars({ body: { calendars: withHoliday } });
  const targets = { resolution: { minutes: 3 * 60, calendar: 'tehran' } };
  const others = sla.filter(({ type }) => type !== 'complaint');
  await admin.putSla({ body: { sla: [...others, { type: 'complaint', priority: 'normal', targets }] } });
  await admin.putReminders({
    body: {
      rungs: [
        { id: 'due-soon', hoursAfterDue: -1, to: 'responsible' },
        { id: 'escalated', hoursAfterDue: 1, to: 'manager' },
      ],
      mailsAWeek: 7,
      promises: true,
    },
  });
  const backwards = {
    rungs: [
      { id: 'due', hoursAfterDue: 4, to: 'manager' },
      { id: 'due-soon', hoursAfterDue: -2, to: 'manager' },
    ],
  };
  const refused = await (await laptop.as('admin')).put('/policies/reminders', backwards);
  check('a complaint is promised an end within three working hours, and promises climb the ladder', true);
  check(
    'a ladder that goes backwards is refused by the name of its field',
    refused.text.includes('rungs.1.id'),
    refused.text,
  );
}
