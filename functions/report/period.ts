import * as z from 'zod/mini';
import { InvalidRequest } from '../shared/errors.ts';
import type { Instant } from '../shared/now.ts';
import { dateOf, dayOf, daysFrom, numberOf } from './day.ts';
import type { Day } from './report.ts';

/** Days from the first to the last, both included. */
export type Period = { from: Day; to: Day };

export const PeriodQuery = { from: z.optional(z.iso.date()), to: z.optional(z.iso.date()) };

const usual = 90;
const longest = 366;

/** The days that were asked for; without any, the last ninety. @throws InvalidRequest */
export function periodOf({ from, to }: Partial<Period>, now: Instant, timeZone: string): Period {
  const last = to ?? dayOf(now, timeZone);
  const period = { from: from ?? dateOf(numberOf(last) - usual + 1), to: last };
  const days = daysFrom(period.from, period.to);
  if (days < 1) throw new InvalidRequest([{ field: 'to', message: 'must not be before from' }]);
  if (days > longest)
    throw new InvalidRequest([{ field: 'from', message: `must be at most ${longest} days before to` }]);
  return period;
}
