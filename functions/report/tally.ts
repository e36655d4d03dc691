import type { Counted } from './result-store.ts';

/** What a day came to in one way to tell it, by group. */
export type Row = Record<string, unknown>;

/** A kind of thing that is counted by day: what its rows are called and how one more is added to them. */
export type Tally = {
  /** The ways in which a day is told; `all` has everything in one group of that name. */
  ways: readonly string[];
  /** Under which name the row of a day is kept. */
  nameOf: (way: string) => string;
  /** Takes one thing that counts into the row of a way; nothing for what is of another kind. */
  adding: (counted: Counted) => ((row: Row, way: string) => void) | undefined;
};
