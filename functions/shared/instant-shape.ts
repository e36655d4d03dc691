import * as z from 'zod/mini';

/** An instant in UTC with milliseconds. */
export const Instant = z.iso.datetime();
