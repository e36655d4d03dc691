import type { Observation } from '../observation/observation.ts';
import type { Instant } from '../shared/now.ts';

/** A chain that does not hold, as auditors are told of it: once a day for as long as it is so. */
export function foundInChain(
  caseId: string,
  { seq, reason }: { seq: number; reason: string },
  at: Instant,
): Observation {
  const kind = reason.includes('missing') ? 'events-missing' : 'chain-broken';
  const day = at.slice(0, 10);
  return { id: `${caseId}.${seq}.${kind}`, kind, at: `${day}T00:00:00.000Z`, caseId, seq, data: { reason } };
}
