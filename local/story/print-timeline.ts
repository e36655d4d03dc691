import { styleText } from 'node:util';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { TimelineItem } from './proving.ts';

const time = (at: Date | string): string => new Date(at).toISOString().slice(5, 19).replace('T', ' ');

/** The events of a case: when, by whom, what. */
export const timelineTable = (items: TimelineItem[]): string =>
  [
    styleText('dim', `\n  ${'#'.padStart(3)}  ${'when (UTC)'.padEnd(14)}  ${'by'.padEnd(16)}  what`),
    ...items.map(
      ({ seq, at, by, kind, data }) =>
        `  ${String(seq).padStart(3)}  ${time(at)}  ${by.padEnd(16)}  ${styleText('bold', kind)}  ${styleText('dim', summary(data))}`,
    ),
    '',
  ].join('\n');

const summary = (data: object): string =>
  Object.entries(data)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name} ${String(value).replace(/^case_\w+\.\d+\./, '…')}`)
    .join(' · ')
    .slice(0, 110);

/** The Step Functions history of a run: each state with when it was entered and what went wrong in it. */
export function runTable(machine: string, runId: string, status: string, events: HistoryEvent[]): string {
  const lines = events.flatMap((event) => {
    const at = time(event.timestamp ?? '');
    const number = String(event.id).padStart(3);
    const entered = event.stateEnteredEventDetails?.name;
    if (entered) return [`  ${number}  ${at}  ${entered}`];
    const failed = event.taskFailedEventDetails ?? event.taskTimedOutEventDetails;
    return failed ? [`  ${number}  ${at}    ${styleText('yellow', `${event.type}: ${failed.error}`)}`] : [];
  });
  const title = styleText('bold', `  ${machine} run ${runId}`);
  return [`${title}  ${status}, ${events.length} history events`, ...lines, ''].join('\n');
}
