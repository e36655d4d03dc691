import * as z from 'zod/mini';
import type { Instant } from '../shared/now.ts';
import type { Reading } from './reading.ts';
import { nextDue } from './sla-clock.ts';

/** `?explain`, `?explain=true`: with the ledger of each clock. */
export const SlaQuery = z.strictObject({ explain: z.optional(z.enum(['', 'true', 'false'])) });

/** The clocks of a case as clients see them. The entries of a ledger come to its total, to the millisecond. */
export function showSla(readings: readonly Reading[], at: Instant, { explain = 'false' }: z.infer<typeof SlaQuery>) {
  const due = nextDue(readings);
  return {
    at,
    ...(due && { nextDueAt: due }),
    clocks: readings.map(({ ledger, changes, ...clock }) => ({
      ...clock,
      ...(explain !== 'false' && {
        totalMilliseconds: ledger.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
        ledger,
        changes,
      }),
    })),
  };
}
