import { correlationId } from './correlation.ts';

type Level = 'INFO' | 'WARN' | 'ERROR';
/** Ids, enumerations and numbers only: a log line tells nothing about a person. */
export type LogFields = Record<string, string | number | boolean | undefined>;

const line =
  (level: Level) =>
  (event: string, fields: LogFields = {}) =>
    console.log(
      JSON.stringify({ level, event, at: new Date().toISOString(), correlationId: correlationId(), ...fields }),
    );

/** One JSON line for each thing that happened, with the id of the request it follows from, if there was one. WARN and ERROR are for what somebody must act on. */
export const log = { info: line('INFO'), warn: line('WARN'), error: line('ERROR') };

type Unit = 'Count' | 'Seconds' | 'Milliseconds';

/** Figures for CloudWatch in its embedded metric format, in one line: no call, no wait. */
export const metrics = (values: Record<string, number>, unit: Unit) => {
  const Metrics = Object.keys(values).map((Name) => ({ Name, Unit: unit }));
  const CloudWatchMetrics = [{ Namespace: 'Caseloop', Dimensions: [[]], Metrics }];
  console.log(JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics }, ...values }));
};
export const metric = (name: string, value: number, unit: Unit) => metrics({ [name]: value }, unit);
