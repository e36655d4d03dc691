import { ApiError } from './api-error.ts';

export type PageRequest = { readonly maxResults?: number | undefined; readonly nextToken?: string | undefined };
export type Page<T> = { readonly items: readonly T[]; readonly nextToken: string | undefined };

/** One page of a list. `of` names the list, so that a token of another one is refused. */
export function pageOf<T>(all: readonly T[], of: string, { maxResults, nextToken }: PageRequest): Page<T> {
  const start = nextToken === undefined ? 0 : placeIn(nextToken, of);
  const end = start + (maxResults === undefined || maxResults <= 0 ? 100 : Math.min(maxResults, 1000));
  const token = end < all.length ? Buffer.from(JSON.stringify([of, end])).toString('base64url') : undefined;
  return { items: all.slice(start, end), nextToken: token };
}

function placeIn(token: string, of: string): number {
  const wrong = new ApiError('InvalidToken', `Invalid Token: '${token}'`);
  try {
    const [list, place] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as unknown[];
    if (list !== of || typeof place !== 'number') throw wrong;
    return place;
  } catch {
    throw wrong;
  }
}
