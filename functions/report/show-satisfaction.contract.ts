import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { By, Purpose } from './report.ts';

const Report = z.looseObject({
  from: z.iso.date(),
  to: z.iso.date(),
  timeZone: z.string(),
  purpose: Purpose,
  fewestAnswers: z.int(),
  total: z.looseObject({ invited: z.int(), answered: z.int() }),
  by: z.optional(By),
});

export const contract: Contract = {
  summary: 'How satisfied customers are',
  description:
    'In a period of at most a year, without one the last ninety days. Each figure comes with how many answers it rests ' +
    'on and how sure it is; of too few answers nothing is told. With `format=csv` as a table.',
  answers: { 200: { means: 'The report', body: Report, orType: 'text/csv' } },
  examples: {
    'a month by team': {
      as: 'cyrus',
      query: { from: '2026-11-01', to: '2026-11-30', by: 'team' },
      answer: 200,
    },
    'a period that ends before it begins': {
      as: 'cyrus',
      query: { from: '2026-11-30', to: '2026-11-01' },
      answer: 400,
    },
  },
};
