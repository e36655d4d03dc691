import type { Why } from './happening.ts';
import { type Details, inputOf, outputOf } from './history.ts';
import type { Json } from './json.ts';
import type { Resource } from './resource.ts';
import type { CallTimes, Run } from './run.ts';
import type { Thread } from './thread.ts';

/** Records what happens to one call of a Task; each event follows the one before. */
export type TaskEvents = {
  scheduled(parameters: string, times: CallTimes, roleArn: Json | undefined): void;
  submitted(output: string): void;
  succeeded(output: string): void;
  failed(error: string | undefined, cause: string | undefined): void;
  timedOut(error: string): void;
};

export function taskEvents(run: Run, thread: Thread, resource: Resource): TaskEvents {
  const record = (type: string, details?: Details) => {
    thread.last = run.record(type, thread.last, details);
  };
  return resource.kind === 'function' ? functionEvents(record, resource) : integrationEvents(record, run, resource);
}

type Record = (type: string, details?: Details) => void;

const why = (error: string | undefined, cause: string | undefined): Why => ({
  ...(error !== undefined && { error }),
  ...(cause !== undefined && { cause }),
});

/** Adds what not every call has. */
function limited<D extends object>(details: D, times: CallTimes, roleArn: Json | undefined): D {
  const { timeoutSeconds, heartbeatSeconds } = times;
  if (timeoutSeconds !== undefined) Object.assign(details, { timeoutInSeconds: timeoutSeconds });
  if (heartbeatSeconds !== undefined) Object.assign(details, { heartbeatInSeconds: heartbeatSeconds });
  if (roleArn !== undefined) Object.assign(details, { taskCredentials: { roleArn } });
  return details;
}

function integrationEvents(
  record: Record,
  { region }: Run,
  { name: resource, type: resourceType }: Resource,
): TaskEvents {
  const outcome = (text: string) => ({ resource, resourceType, ...outputOf(text) });
  return {
    scheduled(parameters, times, roleArn) {
      record('TaskScheduled', limited({ resource, resourceType, region, parameters }, times, roleArn));
      record('TaskStarted', { resource, resourceType });
    },
    submitted: (output) => record('TaskSubmitted', outcome(output)),
    succeeded: (output) => record('TaskSucceeded', outcome(output)),
    failed: (error, cause) => record('TaskFailed', { resource, resourceType, ...why(error, cause) }),
    timedOut: (error) => record('TaskTimedOut', { resource, resourceType, error }),
  };
}

function functionEvents(record: Record, { arn }: Resource): TaskEvents {
  return {
    scheduled(parameters, { timeoutSeconds }, roleArn) {
      const times = { timeoutSeconds, heartbeatSeconds: undefined };
      record('LambdaFunctionScheduled', limited({ resource: arn, ...inputOf(parameters) }, times, roleArn));
      record('LambdaFunctionStarted');
    },
    submitted: () => undefined,
    succeeded: (output) => record('LambdaFunctionSucceeded', outputOf(output)),
    failed: (error, cause) => record('LambdaFunctionFailed', why(error, cause)),
    timedOut: (error) => record('LambdaFunctionTimedOut', { error }),
  };
}
