import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { metric } from '../shared/log.ts';
import { waitStore } from './wait-store.ts';

// Every hour: how long the oldest wait of a run is unanswered; an alarm watches the figure
const env = readEnv('CASE_VIEWS_TABLE');
const waits = waitStore(dynamo(), env.CASE_VIEWS_TABLE);

export const handler = async () => {
  const oldest = await waits.oldest();
  metric('OldestWait', oldest ? (Date.now() - Date.parse(oldest)) / 1000 : 0, 'Seconds');
};
