import * as z from 'zod/mini';

// Asked in the same words at the report (what do you expect?) and at the end (how was it?), so that the two compare:
// the gap in time is a number of steps, positive when it was faster than expected.

export const WishedTime = z.enum(['hours', 'one-day', 'few-days', 'one-week', 'longer']);
export type WishedTime = z.infer<typeof WishedTime>;

export const WishedOutcome = z.enum(['money-protected', 'money-returned', 'new-card', 'explanation']);
export type WishedOutcome = z.infer<typeof WishedOutcome>;

/** What an outcome can look like in the end: what was wished for, or nothing of it. */
export const PerceivedOutcome = z.enum([...WishedOutcome.options, 'none']);
export type PerceivedOutcome = z.infer<typeof PerceivedOutcome>;

/** How many steps faster it was than expected; negative when it was slower. */
export const timeGap = (expected: WishedTime, perceived: WishedTime): number =>
  WishedTime.options.indexOf(expected) - WishedTime.options.indexOf(perceived);
