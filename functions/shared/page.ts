import * as z from 'zod/mini';
import { canonical, sha256 } from './chain.ts';
import { InvalidRequest } from './errors.ts';

/** One page of a list; `next` fetches the one after it, and is absent on the last. */
export type Page<Row> = { items: Row[]; next?: string };

export const PageQuery = {
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 25),
  cursor: z.optional(z.string().check(z.maxLength(2000))),
};

const Key = z.record(z.string(), z.union([z.strictObject({ S: z.string() }), z.strictObject({ N: z.string() })]));
export type PageKey = z.infer<typeof Key>;

// A cursor is opaque to clients and good for its own list only; one made up or taken to another list is refused.
const seal = (key: unknown, list: string) => sha256(`${list}|${canonical(key)}`).slice(0, 16);

export const writeCursor = (key: unknown, list: string): string =>
  Buffer.from(JSON.stringify([seal(key, list), key])).toString('base64url');

/** @throws InvalidRequest */
export function readCursor(cursor: string, list: string): PageKey {
  try {
    const [sealed, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, unknown];
    if (sealed === seal(key, list)) return Key.parse(key);
  } catch {}
  throw new InvalidRequest([{ field: 'cursor', message: 'is not a cursor of this list' }]);
}
