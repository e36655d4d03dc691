import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import { factsOf } from './cycle.ts';
import type { Invariant } from './invariant.ts';

/** How far the clock of a function may be ahead (milliseconds). */
const LARGEST_SKEW = 3_600_000;

/** I1, for those who are waited for: a customer is given up only in time, and never after they wrote. */
export const silence: Invariant = {
  name: 'I1 only who is silent is given up',
  watch: ({ truth, clock }, _life, fail) => ({
    wrote(_write, event) {
      if (event?.by !== 'customer-timer' || event.fact.kind !== 'task-completed') return;
      const { events } = truth.of(event.caseId);
      const since = events.slice(events.findLastIndex(({ fact }) => fact.kind === 'waiting-started'));
      const [began] = since;
      if (began?.fact.kind !== 'waiting-started') return fail(`${event.caseId} waited for nobody, and was given up`);
      const { closeAt } = factsOf(since, 'waiting-reminded').at(-1) ?? began.fact.data;
      if (clock.now() + LARGEST_SKEW < Date.parse(closeAt)) fail(`${event.caseId} was given up early`);
      if (since.some(isHeard)) fail(`${event.caseId} was given up after its customer wrote`);
    },
  }),
};

const isHeard = ({ fact }: CaseEvent): boolean =>
  (fact.kind === 'interaction-recorded' && fact.data.direction === 'inbound') || fact.kind === 'waiting-ended';
