import type { Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { smallestCrowd } from '../survey/anonymity.ts';
import { type Ballot, type BallotStore, type Batch, type Box, boxName } from '../survey/ballot-store.ts';
import { measured } from './answers.ts';
import { addCells, type Cell, emptyCell, said } from './cell.ts';
import { countDay } from './count-day.ts';
import { dayOf } from './day.ts';
import type { By, Day, Purpose } from './report.ts';
import type { Counted, ResultStore } from './result-store.ts';
import { satisfactionTally } from './satisfaction-tally.ts';

/** What many anonymous answers came to, on the day they were counted together. */
export type CrowdResult = Counted & { purpose: Purpose; groups: Pick<Record<By, string>, 'campaign'>; cell: Cell };
type Count = { day: Day; cell: Cell };
type World = { ballots: BallotStore; results: ResultStore; timeZone: string };

// What a batch was made of has to fit into one item.
const mostAtOnce = 2_000;

/**
 * Brings anonymous answers into the reports, no fewer than a crowd at once, and forgets what each of them said. So no
 * two reports, whenever they are asked for, differ by less than a crowd. May die anywhere, come twice, or run beside
 * another: what a batch holds is decided by one write, and all that follows is safe to do again.
 */
export async function countBallots(world: World, at: Instant): Promise<{ ballots: number }> {
  const boxes = new Map<string, Ballot[]>();
  for (const ballot of await world.ballots.waiting()) {
    const name = boxName(ballot.box);
    boxes.set(name, [...(boxes.get(name) ?? []), ballot]);
  }
  let counted = 0;
  for (const waiting of boxes.values()) counted += await countBox(world, waiting, at);
  return { ballots: counted };
}

async function countBox(world: World, waiting: readonly Ballot[], at: Instant): Promise<number> {
  const { ballots, timeZone } = world;
  const [{ box }] = waiting as [Ballot];
  const last = await ballots.lastBatch<Count>(box);
  if (last && !last.done) await finish(world, last);
  // The list may be older than what was counted a moment ago.
  const really = await sideBySide(waiting.slice(0, mostAtOnce), ballots.isWaiting);
  const some = waiting.filter((_, index) => really[index]);
  if (some.length < smallestCrowd) return 0;
  const cells = some.map(({ answers }) => ({ ...emptyCell, ...said(measured(answers, box.survey.id)) }));
  const count = { day: dayOf(at, timeZone), cell: cells.reduce(addCells) };
  const names = some.map(({ name }) => name);
  const batch: Batch<Count> = { box, number: (last?.number ?? 0) + 1, count, names, done: false };
  if (!(await ballots.openBatch(batch))) return 0; // another sweep was faster, and counts the same
  await finish(world, batch);
  return some.length;
}

async function finish({ ballots, results }: World, batch: Batch<Count>): Promise<void> {
  const result = crowdResult(batch);
  await results.keep(result, 1);
  await countDay(results, result.day, [satisfactionTally]);
  await sideBySide(batch.names, (name) => ballots.forget(batch.box, name));
  await ballots.closeBatch(batch);
}

/** The same batch is the same result: it counts once, however often it is kept. */
export const crowdResult = ({ box, number, count }: Batch<Count>): CrowdResult => ({
  id: `${boxName(box)}#${number}`,
  day: count.day,
  purpose: purposeOf(box),
  groups: { campaign: box.campaignId ?? 'none' },
  cell: count.cell,
});

const purposeOf = ({ campaignId }: Box): Purpose => (campaignId ? 'relationship' : 'transactional');
