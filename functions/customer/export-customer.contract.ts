import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { PersonId } from '../shared/ids.ts';
import { CustomerNotFound } from './refusals.ts';

export const contract: Contract = {
  summary: 'Get everything that is known of somebody',
  description:
    'For customers about themselves, and for managers. Every row of the vault, every case with what happened in it, and what was done with the data. That it was handed out is recorded.',
  answers: {
    200: {
      means: 'All that is known',
      body: z.strictObject({
        format: z.literal('caseloop-export/1'),
        customerId: PersonId,
        vault: z.array(z.looseObject({ row: z.string() })),
        cases: z.array(z.looseObject({ caseId: z.string(), status: z.string(), events: z.array(z.looseObject({})) })),
        records: z.array(z.looseObject({ seq: z.int(), at: z.string(), kind: z.string() })),
      }),
    },
  },
  errors: [new CustomerNotFound('cus_nobody')],
  examples: {
    'a customer about herself': { as: 'cus_anna', path: { personId: 'cus_anna' }, answer: 200 },
    'a customer about somebody else': { as: 'cus_anna', path: { personId: 'cus_james' }, answer: 404 },
  },
};
