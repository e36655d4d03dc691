import type { Caseloop } from '../../../../client/caseloop.ts';
import { serviceNow } from './api.ts';

const DAY = 86_400_000;
// How far is looked before somebody is asked whether to look further.
const PAGES = 10;

export type Filters = Record<string, string>;
export type Row = Awaited<ReturnType<Caseloop['listCases']>>['items'][number];

/**
 * At least `wanted` cases that fit, if there are so many. The service lists by one of customer, team and state, and by
 * age (days); what else is asked for is sifted here.
 */
export async function findCases(api: Caseloop, { customer, team, status = 'open', age }: Filters, wanted: number) {
  const list = customer ? { customer } : team ? { team } : { status: (status === 'any' ? 'open' : status) as 'open' };
  const query = { ...list, ...(age && { openedBefore: new Date(serviceNow() - Number(age) * DAY).toISOString() }) };
  const rows: Row[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await api.listCases({ query: { ...query, limit: 100, ...(cursor && { cursor }) } });
    rows.push(
      ...page.items.filter((row) => (status === 'any' || row.status === status) && (!team || row.team === team)),
    );
    cursor = page.next;
    pages++;
  } while (cursor && rows.length < wanted && pages < PAGES);
  return { rows, more: cursor !== undefined };
}
