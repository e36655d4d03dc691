import type { Instant } from '../shared/now.ts';
import type { Period } from './period.ts';
import { ClockName } from './sla.ts';
import type { SlaEvent } from './sla-event.ts';

/** One time that a clock ran: `round` counts the runs of this clock in this cycle of the case, from 1. */
export type Run = { clock: ClockName; cycle: number; round: number; from: Instant; to?: Instant };

type Kind = SlaEvent['kind'];
type Rule = { starts: readonly Kind[]; stops: readonly Kind[]; pauses: boolean };

// Each clock goes by who did something, and none by another clock. Who waits for an answer of ours is not kept
// waiting by ours for them, so the two clocks of answers never pause.
const rules: Record<ClockName, Rule> = {
  'first-response': { starts: ['opened'], stops: ['agent-wrote', 'closed'], pauses: false },
  'next-response': { starts: ['customer-wrote'], stops: ['agent-wrote', 'closed'], pauses: false },
  resolution: { starts: ['opened', 'reopened'], stops: ['closed'], pauses: true },
  'progress-update': {
    starts: ['opened', 'reopened', 'agent-wrote', 'customer-informed'],
    stops: ['agent-wrote', 'customer-informed', 'closed'],
    pauses: true,
  },
};

/** Why this clock stands still in a period, if it does. */
export const pauseIn = ({ paused }: Period, clock: ClockName): string | undefined =>
  rules[clock].pauses ? paused : undefined;

/** When each clock started and stopped, in the order of their starts. Takes any kinds of events in any order. */
export function runsOf(events: readonly SlaEvent[]): Run[] {
  const runs: Run[] = [];
  let cycle = 0;
  let open = false;
  for (const { kind, at } of events) {
    const begins = kind === 'reopened' ? cycle > 0 : kind === 'opened' && cycle === 0;
    // Between closing and reopening nothing is promised; what is open is not opened again.
    if (open ? kind === 'opened' || kind === 'reopened' : !begins) continue;
    if (!open) cycle++;
    open = kind !== 'closed';
    for (const clock of ClockName.options) {
      const running = runs.find((run) => run.clock === clock && !run.to);
      const stops = !!running && rules[clock].stops.includes(kind);
      if (stops) running.to = at;
      if ((!running || stops) && rules[clock].starts.includes(kind)) runs.push(...next(clock, cycle, at, runs));
    }
  }
  return runs;
}

function next(clock: ClockName, cycle: number, at: Instant, runs: readonly Run[]): Run[] {
  // The first answer is awaited still: it answers this message, too.
  if (clock === 'next-response' && runs.some((run) => run.clock === 'first-response' && !run.to)) return [];
  const earlier = runs.filter((run) => run.clock === clock);
  const round = earlier.filter((run) => run.cycle === cycle).length + 1;
  // What was not solved after all has been unsolved from the start.
  const from = clock === 'resolution' ? (earlier[0]?.from ?? at) : at;
  return [{ clock, cycle, round, from }];
}
