import type { Instant } from './now.ts';

/** From one instant up to but not including another. */
export type Span = { from: Instant; to: Instant };
