import type { Instant } from '../shared/now.ts';
import type { SlaEvent } from './sla-event.ts';
import type { Terms } from './terms.ts';

/** A time in which nothing changed that clocks go by. */
export type Period = {
  from: Instant;
  to: Instant;
  /** Why nobody has to work on the case: what it waits for, or `closed`. */
  paused?: string | undefined;
  terms: Terms;
  /** What brought these terms about, if the case did not begin with them. */
  because?: 'priority' | 'policy' | 'calendar' | undefined;
};

/** From the opening until now without a gap. A period has no length when two changes come at once. */
export function periodsOf(events: readonly SlaEvent[], now: Instant): Period[] {
  const periods: Period[] = [];
  for (const event of events) {
    const before = periods.at(-1);
    const next = before ? changed(before, event) : event.kind === 'opened' ? { terms: event.terms } : undefined;
    if (!next || next === before) continue;
    if (before) before.to = event.at;
    periods.push({ ...next, from: event.at, to: now });
  }
  return periods;
}

type Conditions = Pick<Period, 'paused' | 'terms' | 'because'>;

function changed(before: Period, event: SlaEvent): Conditions {
  switch (event.kind) {
    case 'terms-changed':
      return { ...before, terms: event.terms, because: event.because };
    case 'closed':
      return { ...before, paused: 'closed' };
    case 'reopened':
      return before.paused === 'closed' ? { ...before, paused: undefined } : before;
    case 'waiting-started':
      return before.paused === 'closed' ? before : { ...before, paused: event.reason };
    case 'waiting-ended':
      return before.paused === 'closed' ? before : { ...before, paused: undefined };
    default:
      return before;
  }
}
