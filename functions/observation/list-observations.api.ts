import * as z from 'zod/mini';
import { api } from '../shared/api.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { observationStore } from './observation-store.ts';
import { observationsCsv, showObservation } from './observations-csv.ts';
import { everyObservation, ObservationsQuery, spanOf } from './which-observations.ts';

// GET /audit/observations?report=gaps|overrides|failed-checks|access, with from, to, language and format
const env = readEnv('OBSERVATIONS_TABLE');
const observations = observationStore(dynamo(), env.OBSERVATIONS_TABLE);
const csvType = 'text/csv; charset=utf-8';
const query = z.strictObject(ObservationsQuery);

export const handler = api({ query }, async ({ query, caller, now }) => {
  const { report, language, format } = query;
  const span = spanOf(query, now);
  if (format === 'csv')
    return { type: csvType, body: observationsCsv(await everyObservation(observations, report, span), language) };
  const { items, next } = await observations.list(report, span, { ...query, reader: caller.id });
  return { body: { ...span, items: items.map((one) => showObservation(one, language)), ...(next && { next }) } };
});
