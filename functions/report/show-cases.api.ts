import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { caseReport } from './case-report.ts';
import { caseReportCsv } from './case-report-csv.ts';
import { caseTally } from './case-tally.ts';
import { PeriodQuery, periodOf } from './period.ts';
import { CaseBy } from './report.ts';
import { resultStore } from './result-store.ts';

// GET /reports/cases?from&to&by&format
const env = readEnv('CASE_VIEWS_TABLE', 'TIME_ZONE');
const results = resultStore(dynamo(), env.CASE_VIEWS_TABLE, env.TIME_ZONE);
const csvType = 'text/csv; charset=utf-8';
const format = z._default(z.enum(['json', 'csv']), 'json');
const query = z.strictObject({ ...PeriodQuery, by: z.optional(CaseBy), format });

export const handler = api({ query }, async ({ now, query: { by, format, ...days } }) => {
  const { from, to } = periodOf(days, now, env.TIME_ZONE);
  const read = (way: CaseBy | 'all') => results.rollUps(caseTally.nameOf(way), from, to);
  const [all, grouped] = await Promise.all([read('all'), by ? read(by) : []]);
  const report = caseReport({ from, to, timeZone: env.TIME_ZONE, by }, { all, by: grouped });
  return format === 'csv' ? { type: csvType, body: caseReportCsv(report) } : { body: report };
});
