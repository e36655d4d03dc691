import * as z from 'zod/mini';
import { InvalidRequest } from '../shared/errors.ts';
import { Language } from '../shared/language.ts';
import { after, day, type Instant, instant } from '../shared/now.ts';
import { PageQuery } from '../shared/page.ts';
import type { Span } from '../shared/span.ts';
import { type Observation, ReportName } from './observation.ts';
import type { ObservationStore } from './observation-store.ts';

export const ObservationsQuery = {
  ...PageQuery,
  report: ReportName,
  from: z.optional(z.iso.datetime()),
  to: z.optional(z.iso.datetime()),
  language: z._default(Language, 'en'),
  format: z._default(z.enum(['json', 'csv']), 'json'),
};

const LONGEST = 366;
/** As many as a table holds that somebody opens: a megabyte or two, and as much to read. */
const MOST_LINES = 5000;
const A_READ = 1000;

/** The span that is asked for, the last thirty days without; at most a year. @throws InvalidRequest */
export function spanOf(wish: { from?: Instant | undefined; to?: Instant | undefined }, now: Instant): Span {
  const to = instant(Date.parse(wish.to ?? now));
  const from = instant(Date.parse(wish.from ?? after(to, -30 * day)));
  if (from > to) throw new InvalidRequest([{ field: 'to', message: 'must not be before from' }]);
  if (after(from, LONGEST * day) < to)
    throw new InvalidRequest([{ field: 'from', message: `must be at most ${LONGEST} days before to` }]);
  return { from, to };
}

/** The whole report of a span, for a table. @throws InvalidRequest when it is too long for one */
export async function everyObservation(
  store: ObservationStore,
  report: ReportName,
  span: Span,
): Promise<Observation[]> {
  const all: Observation[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(report, span, { limit: A_READ, cursor });
    all.push(...page.items);
    cursor = page.next;
    if (cursor && all.length >= MOST_LINES) {
      const message = `leaves more than ${MOST_LINES} observations: too many for one table`;
      throw new InvalidRequest([{ field: 'from', message }]);
    }
  } while (cursor);
  return all;
}
