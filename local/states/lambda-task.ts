import type { What } from './happening.ts';
import { isObject, type Json } from './json.ts';
import type { TaskCall } from './run.ts';

/** What a function returned, or the error it ended with: its type, and the JSON text Lambda makes of it. */
export type FunctionAnswer = { readonly payload: Json } | { readonly error: string; readonly cause: string };
export type InvokeFunction = (functionName: string, payload: Json) => Promise<FunctionAnswer>;

/** `lambda:invoke`, which ends with the answer or, with a task token, goes on after it. */
export async function invoke(
  { parameters, resource, ticket }: TaskCall,
  invokeFunction: InvokeFunction,
): Promise<What> {
  const { FunctionName, Payload } = isObject(parameters) ? parameters : {};
  if (typeof FunctionName !== 'string')
    return failed('Lambda.ValidationException', "The field 'FunctionName' is required");
  let answer: FunctionAnswer;
  try {
    answer = await invokeFunction(FunctionName, payloadOf(Payload));
  } catch (error) {
    return failed('Lambda.Unknown', `The function could not be run: ${(error as Error).message}`);
  }
  if ('error' in answer) return failed(answer.error, answer.cause);
  const output = JSON.stringify({
    ExecutedVersion: '$LATEST',
    Payload: answer.payload ?? null,
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: ticket.uuid },
    StatusCode: 200,
  });
  return { what: resource.until === 'token' ? 'submitted' : 'succeeded', output };
}

/** Nothing reaches a function as an empty object, and a text is taken for JSON. */
function payloadOf(payload: Json | undefined): Json {
  if (payload === undefined || payload === null) return {};
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}

const failed = (error: string, cause: string): What => ({ what: 'failed', error, cause });
