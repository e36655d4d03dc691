import * as z from 'zod/mini';

/** How somebody reached us, or we them. */
export const Channel = z.enum(['app', 'web', 'phone', 'email', 'chat', 'branch', 'letter', 'detection']);
export type Channel = z.infer<typeof Channel>;
