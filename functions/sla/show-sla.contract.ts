import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { Instant } from '../shared/instant-shape.ts';
import { ClockName } from './sla.ts';

const promised = {
  targetMilliseconds: z.optional(z.int()),
  calendar: z.optional(z.string()),
  dueAt: z.optional(Instant),
  breachedAt: z.optional(Instant),
};
const Entry = z.strictObject({
  from: Instant,
  to: Instant,
  kind: z.enum(['running', 'paused', 'out-of-hours', 'holiday', 'not-promised']),
  why: z.optional(z.string()),
  milliseconds: z.int(),
});
const Change = z.strictObject({
  at: Instant,
  because: z.optional(z.enum(['priority', 'policy', 'calendar'])),
  before: z.strictObject(promised),
  after: z.strictObject(promised),
});
const Clock = z.strictObject({
  clock: ClockName,
  cycle: z.int(),
  round: z.int(),
  state: z.enum(['running', 'paused', 'stopped', 'not-promised']),
  pausedFor: z.optional(z.string()),
  startedAt: Instant,
  stoppedAt: z.optional(Instant),
  usedMilliseconds: z.int(),
  ...promised,
  totalMilliseconds: z.optional(z.int()),
  ledger: z.optional(z.array(Entry)),
  changes: z.optional(z.array(Change)),
});

export const contract: Contract = {
  summary: 'The SLA clocks of a case',
  description:
    'How much of each promise is used, and when it is due. With `explain` each clock comes with its ledger, ' +
    'whose entries add up to its total to the millisecond.',
  answers: {
    200: {
      means: 'The clocks',
      body: z.strictObject({ at: Instant, nextDueAt: z.optional(Instant), clocks: z.array(Clock) }),
    },
  },
  examples: {
    'what is promised and how it stands': { as: 'carla', path: { caseId: example.waiting }, answer: 200 },
    'hour by hour': {
      as: 'audrey',
      path: { caseId: example.ready },
      query: { explain: 'true' },
      answer: 200,
    },
  },
};
