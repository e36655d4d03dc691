import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { CaseBy } from './report.ts';

const Count = z.int().check(z.gte(0));
const Report = z.looseObject({
  from: z.iso.date(),
  to: z.iso.date(),
  timeZone: z.string(),
  total: z.looseObject({ opened: Count, open: Count, closed: Count, cancelled: Count, merged: Count, reopened: Count }),
  by: z.optional(CaseBy),
});

export const contract: Contract = {
  summary: 'What became of the cases',
  description:
    'Of those opened in a period of at most a year, without one the last ninety days: how they ended, how long it took ' +
    'to freeze, to acknowledge and to close, how many were taken up again, and which promises were kept. With ' +
    '`by=topic` what complaints are about (ISO 10002). With `format=csv` as a table.',
  answers: { 200: { means: 'The report', body: Report, orType: 'text/csv' } },
  examples: {
    'a month of complaints by what they are about': {
      as: 'cyrus',
      query: { from: '2026-11-01', to: '2026-11-30', by: 'topic' },
      answer: 200,
    },
    'a period that ends before it begins': {
      as: 'cyrus',
      query: { from: '2026-11-30', to: '2026-11-01' },
      answer: 400,
    },
  },
};
