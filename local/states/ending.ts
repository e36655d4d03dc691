import { StateFailure } from './failure.ts';
import type { What, Why } from './happening.ts';
import { type Details, outputOf } from './history.ts';
import type { End } from './host.ts';
import type { Data } from './json.ts';

type Ending = { readonly type: string; readonly previous: number; readonly details: Details; readonly end: End };

const given = ({ error, cause }: Why) => ({
  ...(error !== undefined && { error }),
  ...(cause !== undefined && { cause }),
});

/** The event and the state in which an execution ends. Being stopped and running out of time follow no event. */
export function ending(how: Data | StateFailure | What, last: number, stopDate: number): Ending {
  if (how instanceof StateFailure) {
    const details = given({ error: how.error, cause: how.why });
    const end = { status: 'FAILED', stopDate, ...details } as const;
    return { type: 'ExecutionFailed', previous: how.event, details, end };
  }
  if ('text' in how) {
    const end = { status: 'SUCCEEDED', stopDate, output: how.text } as const;
    return { type: 'ExecutionSucceeded', previous: last, details: outputOf(how.text), end };
  }
  if (how.what === 'stopped') {
    const details = given(how);
    return { type: 'ExecutionAborted', previous: 0, details, end: { status: 'ABORTED', stopDate, ...details } };
  }
  return { type: 'ExecutionTimedOut', previous: 0, details: {}, end: { status: 'TIMED_OUT', stopDate } };
}
