import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Deployed } from './deployment.ts';
import type { Functions, Invocation } from './function-runtime.ts';
import type { Json } from './json.ts';
import type { Queues } from './queues.ts';

export const InvokeConfigProperties = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number().default(2),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});
export type InvokeConfig = Deployed<z.infer<typeof InvokeConfigProperties>>;

/** Hands a payload over and does not wait for what becomes of it. */
export type InvokeInBackground = (functionName: string, payload: Json) => void;

const PAUSES = [60_000, 120_000]; // Lambda's own, between the tries of an asynchronous invocation

/**
 * Asynchronous invocation, as schedules and events do it: up to three tries, a minute and two apart on the clock, and
 * after the last one the failure goes to the function's dead letter queue or failure destination, if it has one.
 */
export function backgroundInvoke(
  functions: Functions,
  configs: readonly InvokeConfig[],
  queues: Queues,
  clock: Clock,
): InvokeInBackground {
  const configOf = new Map(configs.map(({ properties }) => [functions.find(properties.FunctionName), properties]));
  return (functionName, payload) => {
    const called = functions.find(functionName);
    const config = configOf.get(called);
    const retries = Math.min(config?.MaximumRetryAttempts ?? PAUSES.length, PAUSES.length);
    const destination = config?.DestinationConfig?.OnFailure?.Destination;
    const deadLetters = called.properties.DeadLetterConfig?.TargetArn;

    const attempt = async (tries: number): Promise<void> => {
      const answer = await functions.invoke(called.ref, payload);
      if (!('error' in answer)) return;
      if (tries <= retries) {
        const again = clock.now() + (PAUSES[tries - 1] ?? 0);
        clock.at(again, () => void clock.during(attempt(tries + 1)));
        return;
      }
      if (deadLetters) queues.send(deadLetters, payload);
      if (destination) queues.send(destination, failure(called.arn, payload, answer, tries, clock.now()));
    };
    void clock.during(attempt(1));
  };
}

const failure = (functionArn: string, requestPayload: Json, answer: Invocation, tries: number, now: number) => ({
  version: '1.0',
  timestamp: new Date(now).toISOString(),
  requestContext: { functionArn, condition: 'RetriesExhausted', approximateInvokeCount: tries },
  requestPayload,
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: 'error' in answer ? { ...answer.error } : null,
});
