import { awsClient } from '../laptop.ts';
import { endPosting, startPosting } from '../seed/seed-ledger.ts';
import type { Cases } from './lost-card.ts';
import { historyOf } from './runs.ts';
import type { StoryWorld } from './world.ts';

const busy = { customerId: 'cus_maryam', target: 'card_maryam2' };

/** The bank posts a batch of bookings of one card, and will not have it changed meanwhile. */
export async function bankIsBusy({ tell, laptop: { cloud } }: StoryWorld): Promise<void> {
  await startPosting(awsClient(cloud), cloud.nameOf('Ledger'), busy);
  tell(`The ledger is posting bookings of ${busy.target} and refuses to change it for now`);
}

export async function freezing(world: StoryWorld, cases: Cases): Promise<void> {
  const { chapter, tell, check, until } = world;
  chapter('Everything is frozen at once');
  const refusals = async () =>
    (await historyOf(world, cases.maryam, 'case')).filter(
      (event) => event.taskFailedEventDetails?.error === 'AccountServiceUnavailable',
    ).length;
  const refused = await until('the ledger refuses a freeze', refusals);
  check('the ledger refuses one of the cards, and nothing is lost', refused > 0);
  const { cloud } = world.laptop;
  await endPosting(awsClient(cloud), cloud.nameOf('Ledger'), busy);
  tell('The ledger has posted its bookings; the step is tried again');
  await isFrozen(world, 'Maryam', cases.maryam);
  await isFrozen(world, 'Anna', cases.anna);
}

async function isFrozen({ check, until, caseOf }: StoryWorld, who: string, caseId: string): Promise<void> {
  const current = await until(`everything of ${who} is frozen`, async () => {
    const seen = await caseOf(caseId);
    return seen.frozenAt ? seen : undefined;
  });
  const names = current.freeze.map((one) => one.target).join(', ');
  const seconds = (Date.parse(current.frozenAt ?? '') - Date.parse(current.openedAt)) / 1000;
  check(
    `frozen for ${who}: ${names}`,
    current.freeze.every((one) => one.state === 'frozen'),
    current.freeze,
  );
  check(`from ${who}'s report to the last freeze it took ${seconds.toFixed(2)} s`, seconds < 60, seconds);
}
