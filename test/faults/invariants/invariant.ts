import type { Customer } from '../people/bank.ts';
import type { Accepted } from '../people/client.ts';
import type { Answer } from '../people/reader.ts';
import type { Watcher } from '../simulator/watchers.ts';
import type { World } from '../simulator/world.ts';

/** What people did and were told, besides what the tables and the post office know. */
export type Life = {
  customers: readonly Customer[];
  accepted: Accepted[];
  answers: Answer[];
  /** From when on nothing goes wrong any more (milliseconds since the epoch). */
  calmAt: number;
};

/** Something that must always hold. It watches a world and says when it does not. */
export type Invariant = {
  readonly name: string;
  watch(world: World, life: Life, fail: (why: string) => void): Watcher;
};
