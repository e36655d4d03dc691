import type { Item } from '../../../local/table/attribute.ts';
import type { Written } from '../../../local/table/database.ts';
import type { SteppingClock } from './clock.ts';
import type { Functions } from './lambda.ts';
import type { Plan } from './plan.ts';

export type StreamRecord = {
  eventID: string;
  dynamodb: { Keys: Item; NewImage?: Item | undefined; SequenceNumber: string };
};
type Lane = { records: StreamRecord[]; tries: number; size: number; busy: boolean };
type Surroundings = {
  clock: SteppingClock;
  plan: Plan;
  functions: Functions;
  givenUp(entry: string, records: StreamRecord[]): void;
};

// As infra sets them: so many records at once, so many lanes in a shard, so many tries.
const BATCH = 25;
const LANES = 5;
const TRIES = 21;
const LONGEST_PAUSE = 60_000;

/**
 * Delivers the changes of a table to one function: records of one key in their order, keys spread over lanes. A batch
 * is tried again from its lowest failure, in halves, and what keeps failing goes to the dead letters. Of happenings that
 * are not of these kinds the function is told nothing.
 */
export function startStream(
  entry: string,
  { clock, plan, functions, givenUp }: Surroundings,
  kinds?: readonly string[],
) {
  const lanes = Array.from({ length: LANES }, (): Lane => ({ records: [], tries: 0, size: BATCH, busy: false }));
  let sequence = 0;

  function add({ key, after }: Written, kind: string): void {
    if (kinds && !kinds.includes(kind)) return;
    const SequenceNumber = String(++sequence).padStart(21, '1');
    const partition = JSON.stringify(Object.values(key)[0]);
    const lane = lanes[hash(partition) % LANES] as Lane;
    lane.records.push({ eventID: SequenceNumber, dynamodb: { Keys: key, NewImage: after, SequenceNumber } });
    if (lane.busy) return;
    lane.busy = true;
    clock.after(plan.lag(), () => void drain(lane));
  }

  async function drain(lane: Lane): Promise<void> {
    while (lane.records.length > 0) {
      const batch = lane.records.slice(0, plan.delay(1, 4) === 1 ? 1 : lane.size);
      const done = await deliver(batch);
      lane.records.splice(0, done);
      lane.tries = done > 0 ? 0 : lane.tries + 1;
      if (done === batch.length) {
        lane.size = BATCH;
        if (!plan.again(`stream ${entry}`)) continue;
        await functions.invoke(entry, { Records: batch });
        continue;
      }
      lane.size = Math.max(1, Math.ceil((batch.length - done) / 2));
      if (lane.tries >= TRIES) {
        givenUp(entry, lane.records.splice(0, batch.length - done));
        Object.assign(lane, { tries: 0, size: BATCH });
      }
      await clock.sleep(Math.min(LONGEST_PAUSE, 1000 * 2 ** lane.tries));
    }
    lane.busy = false;
  }

  /** How many records from the front of the batch are done. */
  async function deliver(batch: StreamRecord[]): Promise<number> {
    const answer = await functions.invoke(entry, { Records: batch });
    if ('error' in answer) return 0;
    const { batchItemFailures } = answer.payload as { batchItemFailures: { itemIdentifier: string }[] };
    const places = batchItemFailures.map(({ itemIdentifier }) =>
      batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
    );
    return places.length === 0 ? batch.length : Math.max(0, Math.min(...places));
  }

  const idle = () => lanes.every((lane) => !lane.busy);
  return { add, idle };
}

function hash(text: string): number {
  let sum = 7;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) >>> 0;
  return sum;
}
