import { ApiError } from './api-error.ts';
import type { Start } from './executions.ts';
import type { What } from './happening.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { Known } from './known.ts';
import type { TaskCall } from './run.ts';

/** `states:startExecution`, which ends with the start or, with `.sync:2`, goes on until the other execution ends. */
export function startChild(call: TaskCall, start: (start: Start) => Known): What {
  const { executionArn, parameters, resource, ticket } = call;
  const { number, uuid } = ticket;
  const { StateMachineArn, Name, Input } = isObject(parameters) ? parameters : {};
  const caller = { arn: executionArn, number, waits: resource.until === 'end' };
  try {
    const { beginning } = start({
      stateMachineArn: String(StateMachineArn),
      name: typeof Name === 'string' ? Name : uuid,
      input: inputText(Input),
      caller,
    });
    const output = JSON.stringify({
      ExecutionArn: beginning.arn,
      SdkHttpMetadata: { HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: uuid },
      StartDate: beginning.startDate,
    });
    return { what: caller.waits ? 'submitted' : 'succeeded', output };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { name, message } = error;
    const service = `(Service: Sfn, Status Code: 400, Request ID: ${uuid})`;
    return { what: 'failed', error: `StepFunctions.${name}Exception`, cause: `${message} ${service}` };
  }
}

/** What the waiting call is told when the other execution has ended. */
export function childEnded({ beginning, end }: Known): What | undefined {
  if (!end) return undefined;
  const description = describe({ beginning, end });
  if (end.status === 'SUCCEEDED' && end.output !== undefined) {
    const parsed = { ...description, Input: JSON.parse(beginning.input), Output: JSON.parse(end.output) };
    return { what: 'succeeded', output: JSON.stringify(parsed) };
  }
  return { what: 'failed', error: 'States.TaskFailed', cause: JSON.stringify(description) };
}

function describe({ beginning, end }: Pick<Known, 'beginning'> & { end: NonNullable<Known['end']> }): JsonObject {
  const { arn, input, machineArn, name, startDate } = beginning;
  const { output, status, stopDate, error, cause } = end;
  const found: { [field: string]: Json | undefined } = {
    Cause: cause,
    Error: status === 'TIMED_OUT' ? 'States.Timeout' : error,
    ExecutionArn: arn,
    Input: input,
    InputDetails: { Included: true },
    Name: name,
    Output: output,
    OutputDetails: output === undefined ? undefined : { Included: true },
    RedriveCount: 0,
    RedriveStatus: 'NOT_REDRIVABLE',
    RedriveStatusReason: `Execution is ${status} and cannot be redriven`,
    StartDate: startDate,
    StateMachineArn: machineArn,
    Status: status,
    StopDate: stopDate,
  };
  return Object.fromEntries(Object.entries(found).filter((field): field is [string, Json] => field[1] !== undefined));
}

/** The input of the other execution as text; nothing becomes an empty object, and a text is taken as it stands. */
function inputText(input: Json | undefined): string {
  if (input === undefined || input === null) return '{}';
  return typeof input === 'string' && isJson(input) ? input : JSON.stringify(input);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
