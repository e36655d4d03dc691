import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { PeriodQuery, periodOf } from './period.ts';
import { By, Purpose } from './report.ts';
import { resultStore } from './result-store.ts';
import { satisfaction } from './satisfaction.ts';
import { satisfactionCsv } from './satisfaction-csv.ts';
import { rollUpName } from './satisfaction-row.ts';

// GET /reports/satisfaction?from&to&by&purpose&format
const env = readEnv('CASE_VIEWS_TABLE', 'TIME_ZONE');
const results = resultStore(dynamo(), env.CASE_VIEWS_TABLE, env.TIME_ZONE);
const csvType = 'text/csv; charset=utf-8';
const query = z.strictObject({
  ...PeriodQuery,
  by: z.optional(By),
  purpose: z._default(Purpose, 'transactional'),
  format: z._default(z.enum(['json', 'csv']), 'json'),
});

export const handler = api({ query }, async ({ now, query: { by, purpose, format, ...days } }) => {
  const { from, to } = periodOf(days, now, env.TIME_ZONE);
  const read = (way: By | 'all') => results.rollUps(rollUpName(way), from, to);
  const [all, grouped] = await Promise.all([read('all'), by ? read(by) : []]);
  const report = satisfaction({ from, to, timeZone: env.TIME_ZONE, purpose, by }, { all, by: grouped });
  return format === 'csv' ? { type: csvType, body: satisfactionCsv(report) } : { body: report };
});
