import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';

export const contract: Contract = {
  summary: 'Whether the way in works',
  description: 'Nothing behind it is asked.',
  answers: { 200: { means: 'It does', body: z.strictObject({ status: z.literal('ok') }) } },
  examples: { 'it does': { answer: 200 } },
};
