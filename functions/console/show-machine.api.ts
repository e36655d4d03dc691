import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { Machine, machines } from './machines.ts';

// GET /machines/{machine}
export const handler = api({ path: z.object({ machine: Machine }) }, async ({ path: { machine } }) => ({
  body: { machine, definition: machines[machine] },
}));
