import * as z from 'zod/mini';
import { after, type Instant, minute } from '../shared/now.ts';

/**
 * What is known of whether the bank answers, shared by every function and kept between cold starts.
 * `openUntil`: nobody asks before; whoever asks first afterwards asks for all.
 */
export const Circuit = z.object({
  version: z.number(),
  failures: z.number(),
  lastFailureAt: z.optional(z.string()),
  openUntil: z.optional(z.string()),
});
export type Circuit = z.infer<typeof Circuit>;

export const closed: Circuit = { version: 0, failures: 0 };

const FAILURES_THAT_OPEN = 5;
const OPEN_FOR = minute / 2;
// Five failures over a day are a bad day; five within a minute are an outage.
const FORGOTTEN_AFTER = minute;

/** `probe`: the time to be quiet is over; one caller may find out whether the bank is back. */
export function mayAsk({ openUntil }: Circuit, now: Instant): 'yes' | 'no' | 'probe' {
  if (!openUntil) return 'yes';
  return openUntil > now ? 'no' : 'probe';
}

/** Who probes keeps the circuit open for everybody else meanwhile. */
export const probing = (circuit: Circuit, now: Instant): Circuit => ({
  ...circuit,
  version: circuit.version + 1,
  openUntil: after(now, OPEN_FOR),
});

export function failed(circuit: Circuit, now: Instant): Circuit {
  const { version, failures, lastFailureAt, openUntil } = circuit;
  const stale = lastFailureAt !== undefined && !openUntil && after(lastFailureAt, FORGOTTEN_AFTER) < now;
  const counted = stale ? 1 : failures + 1;
  const opens = openUntil !== undefined || counted >= FAILURES_THAT_OPEN;
  return {
    version: version + 1,
    failures: counted,
    lastFailureAt: now,
    ...(opens && { openUntil: after(now, OPEN_FOR) }),
  };
}

/** The same circuit when there is nothing to forget, so that nothing is written while all is well. */
export const succeeded = (circuit: Circuit): Circuit =>
  circuit.openUntil ? { version: circuit.version + 1, failures: 0 } : circuit;
