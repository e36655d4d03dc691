import * as z from 'zod/mini';
import { canonical, sha256 } from './chain.ts';
import { InvalidRequest } from './errors.ts';

/** One page of a list; `next` fetches the one after it, and is absent on the last. */
export type Page<Row> = { items: Row[]; next?: string };
export type PageQuery = { limit: number; cursor?: string | undefined };

export const PageQuery = {
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 25),
  cursor: z.optional(z.string().check(z.maxLength(6000))),
};

/** Where a page begins, in texts that only its list understands. */
type Position = string[];
const Position = z.array(z.string().check(z.minLength(1), z.maxLength(1000))).check(z.minLength(1), z.maxLength(6));

// A cursor is opaque to clients and good for the list and the caller it was made for. It needs no secret: it holds a
// position and nothing else, and whoever made one up would stand somewhere in a list that is theirs to read anyway.
const seal = (position: Position, list: string) => sha256(canonical([list, position])).slice(0, 16);

/** `list` names the list and whose it is: a cursor leads on in this one only. */
export const writeCursor = (position: Position, list: string): string =>
  Buffer.from(JSON.stringify([seal(position, list), ...position])).toString('base64url');

/** @throws InvalidRequest */
export function readCursor(cursor: string, list: string): Position {
  try {
    const [sealed, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const position = Position.parse(rest);
    if (sealed === seal(position, list)) return position;
  } catch {}
  throw new InvalidRequest([{ field: 'cursor', message: 'is not a cursor of this list' }]);
}

/** A page of what is at hand as a whole. @throws InvalidRequest */
export function pageOf<Row>(rows: readonly Row[], { limit, cursor }: PageQuery, list: string): Page<Row> {
  const from = cursor ? Number(readCursor(cursor, list)[0]) : 0;
  const items = rows.slice(from, from + limit);
  return { items, ...(from + limit < rows.length && { next: writeCursor([String(from + limit)], list) }) };
}
