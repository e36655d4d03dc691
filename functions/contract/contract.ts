import type * as z from 'zod/mini';
import type { AppError } from '../shared/errors.ts';

/** What is sent where it is said; in an example values, in a contract schemas. */
type Parts<T> = { path?: T; query?: T; body?: T };

/** One answer of a route that did what it was asked. A page has no schema: people read it. */
export type Answer = {
  means: string;
  body?: z.ZodMiniType;
  /** What it is when it is not JSON. */
  type?: 'text/html' | 'application/zip';
  /** What else it can be, for who asks for it. */
  orType?: 'text/csv' | 'application/json';
  /** So large that the contract does not show it. */
  shownWithout?: true;
};

/** A request that is sent to the real handler, in the scene that all examples play in. */
export type Example = Parts<unknown> & {
  /** One of the people of the scene, by their id; nobody behind a public link. */
  as?: string;
  /** An Idempotency-Key, or any other header. */
  headers?: Record<string, string>;
  /** The status of the answer; what it says is recorded. */
  answer: number;
};

/**
 * What a route promises, besides what its entry says: method, path and callers stand in its row, what it takes in the
 * schemas that its entry reads by. The file `<verb>.contract.ts` beside `<verb>.api.ts`; no function carries it.
 */
export type Contract = {
  /** What it is for, in a few words. */
  summary: string;
  /** What somebody has to know who calls it, in Markdown. */
  description?: string;
  /** For an entry that reads what it gets without a schema. */
  takes?: Parts<z.ZodMiniType> & { type?: 'application/x-www-form-urlencoded' };
  answers: Record<number, Answer>;
  /** Each an example of itself. Those that follow from the row need not be named: see `usualErrors`. */
  errors?: readonly AppError[];
  /** By a sentence that says what it shows. */
  examples: Record<string, Example>;
};
