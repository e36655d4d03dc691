import type { Caseloop } from '../../../../client/caseloop.ts';
import { serviceNow } from './api.ts';
import { isOldEnough } from './old-enough.ts';

// How far is looked before somebody is asked whether to look further.
const PAGES = 10;

export type Filters = Record<string, string>;
export type Row = Awaited<ReturnType<Caseloop['listCases']>>['items'][number];

/**
 * At least `wanted` cases that fit, if there are so many. The service lists by one of customer, team and state; what
 * else is asked for is sifted here.
 */
export async function findCases(api: Caseloop, { customer, team, status = 'open', age }: Filters, wanted: number) {
  const query = customer ? { customer } : team ? { team } : { status: (status === 'any' ? 'open' : status) as 'open' };
  const rows: Row[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await api.listCases({ query: { ...query, limit: 100, ...(cursor && { cursor }) } });
    const now = serviceNow();
    rows.push(
      ...page.items.filter(
        (row) =>
          (status === 'any' || row.status === status) &&
          (!team || row.team === team) &&
          isOldEnough(row.openedAt, age, now),
      ),
    );
    cursor = page.next;
    pages++;
  } while (cursor && rows.length < wanted && pages < PAGES);
  return { rows, more: cursor !== undefined };
}
