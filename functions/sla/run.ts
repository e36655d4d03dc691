import type { Instant } from '../shared/now.ts';
import { ClockName } from './sla.ts';
import type { SlaEvent } from './sla-event.ts';

/** One time that a clock ran: `round` counts the runs of this clock in this cycle of the case, from 1. */
export type Run = { clock: ClockName; cycle: number; round: number; from: Instant; to?: Instant };

type Kind = SlaEvent['kind'];
type Rule = { starts: readonly Kind[]; stops: readonly Kind[]; pauses: boolean };

// Each clock goes by who did something, and none by another clock. Who waits for an answer of ours is not kept
// waiting by ours for them, so the two clocks of answers never pause.
export const rules: Record<ClockName, Rule> = {
  'first-response': { starts: ['opened'], stops: ['agent-wrote', 'closed'], pauses: false },
  'next-response': { starts: ['customer-wrote'], stops: ['agent-wrote', 'closed'], pauses: false },
  resolution: { starts: ['opened', 'reopened'], stops: ['closed'], pauses: true },
  'progress-update': {
    starts: ['opened', 'reopened', 'agent-wrote', 'customer-informed'],
    stops: ['agent-wrote', 'customer-informed', 'closed'],
    pauses: true,
  },
};

/** When each clock started and stopped, in the order of their starts. Takes any events in any order of kinds. */
export function runsOf(events: readonly SlaEvent[]): Run[] {
  const runs: Run[] = [];
  const running = new Map<ClockName, Run>();
  let status: 'none' | 'open' | 'closed' = 'none';
  let cycle = 0;
  for (const { kind, at } of events) {
    const begins = kind === 'opened' ? status === 'none' : kind === 'reopened' && status === 'closed';
    if (!begins && (status !== 'open' || kind === 'opened' || kind === 'reopened')) continue;
    if (begins) cycle++;
    status = kind === 'closed' ? 'closed' : 'open';
    for (const clock of ClockName.options) {
      const run = running.get(clock);
      if (run && rules[clock].stops.includes(kind)) {
        run.to = at;
        running.delete(clock);
      }
      if (status === 'closed' || running.has(clock) || !rules[clock].starts.includes(kind)) continue;
      // The first answer is awaited still: it answers this message, too.
      if (clock === 'next-response' && running.has('first-response')) continue;
      const earlier = runs.filter((one) => one.clock === clock);
      const round = earlier.filter((one) => one.cycle === cycle).length + 1;
      // What was not solved after all has been unsolved from the start.
      const from = clock === 'resolution' ? (earlier[0]?.from ?? at) : at;
      const next: Run = { clock, cycle, round, from };
      runs.push(next);
      running.set(clock, next);
    }
  }
  return runs;
}
