import { hour } from '../../functions/shared/now.ts';
import type { Reading } from '../../functions/sla/reading.ts';
import type { Problem } from '../client.ts';
import type { Cases } from './lost-card.ts';
import type { StoryWorld } from './world.ts';

type Clock = Reading & { totalMilliseconds: number };
const hours = (milliseconds = 0): string => (milliseconds / hour).toFixed(1);

export async function closing({ chapter, check, until, caseOf, as }: StoryWorld, { maryam }: Cases): Promise<void> {
  chapter('The case is triaged and closed');
  const [carla, cyrus] = await Promise.all([as('carla'), as('cyrus')]);
  const refused = await carla.post<Problem>(`/cases/${maryam}/close`, { resolution: 'resolved' });
  check(`not before the triage: ${refused.body.detail}`, refused.status === 409, refused.text);
  const triage = `/tasks/${maryam}.1.triage`;
  const done = await carla.post(`${triage}/complete`, { outcome: 'fraud-confirmed' });
  check('Carla completes the triage: fraud confirmed', done.status === 200, done.text);
  const second = await cyrus.post<Problem>(`${triage}/complete`, { outcome: 'resolved' });
  check(`Cyrus comes second and is told: ${second.body.detail}`, second.status === 409, second.text);
  const closed = await until('the run closes the case', async () => {
    const seen = await caseOf(maryam);
    return seen.status === 'closed' && seen;
  });
  check(`the case is closed as ${closed.resolution}`, closed.resolution === 'fraud-confirmed', closed.resolution);

  const { clocks } = (await cyrus.get<{ clocks: Clock[] }>(`/cases/${maryam}/sla?explain`)).body;
  const resolution = clocks.find((one) => one.clock === 'resolution');
  const spent = resolution?.ledger.reduce((sum, entry) => sum + entry.milliseconds, 0);
  check(
    `its resolution clock stopped after ${hours(resolution?.usedMilliseconds)} of ${hours(resolution?.targetMilliseconds)} working hours`,
    resolution?.state === 'stopped',
    resolution,
  );
  check(
    `and explains each of the ${hours(spent)} hours: ${resolution?.ledger.length} intervals, at work, out of hours, holiday`,
    spent === resolution?.totalMilliseconds,
    resolution,
  );
}
