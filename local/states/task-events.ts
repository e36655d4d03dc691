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

const why = (error: string | undefined, cause: string | undefined) => ({
  ...(error !== undefined && { error }),
  ...(cause !== undefined && { cause }),
});
const limits = ({ timeoutSeconds, heartbeatSeconds }: CallTimes) => ({
  ...(timeoutSeconds !== undefined && { timeoutInSeconds: timeoutSeconds }),
  ...(heartbeatSeconds !== undefined && { heartbeatInSeconds: heartbeatSeconds }),
});
const credentials = (roleArn: Json | undefined) => (roleArn === undefined ? {} : { taskCredentials: { roleArn } });

function integrationEvents(record: Record, run: Run, resource: Resource): TaskEvents {
  const what = { resource: resource.name, resourceType: resource.type };
  return {
    scheduled(parameters, times, roleArn) {
      const { region } = run;
      record('TaskScheduled', { ...what, region, parameters, ...limits(times), ...credentials(roleArn) });
      record('TaskStarted', what);
    },
    submitted: (output) => record('TaskSubmitted', { ...what, ...outputOf(output) }),
    succeeded: (output) => record('TaskSucceeded', { ...what, ...outputOf(output) }),
    failed: (error, cause) => record('TaskFailed', { ...what, ...why(error, cause) }),
    timedOut: (error) => record('TaskTimedOut', { ...what, error }),
  };
}

function functionEvents(record: Record, { arn }: Resource): TaskEvents {
  return {
    scheduled(parameters, { timeoutSeconds }, roleArn) {
      const time = limits({ timeoutSeconds, heartbeatSeconds: undefined });
      record('LambdaFunctionScheduled', { resource: arn, ...inputOf(parameters), ...time, ...credentials(roleArn) });
      record('LambdaFunctionStarted');
    },
    submitted: () => undefined,
    succeeded: (output) => record('LambdaFunctionSucceeded', outputOf(output)),
    failed: (error, cause) => record('LambdaFunctionFailed', why(error, cause)),
    timedOut: (error) => record('LambdaFunctionTimedOut', { error }),
  };
}
