import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { clockDate } from './clock-date.ts';
import type { Deployed } from './deployment.ts';
import { type FunctionError, functionError } from './function-error.ts';
import { loadBundle } from './function-sandbox.ts';
import type { Json } from './json.ts';
import { isNamed } from './logical-id.ts';

export const FunctionProperties = z.object({
  Description: z.string().optional(),
  Code: z.object({ S3Key: z.string().optional(), ZipFile: z.string().optional() }),
  Handler: z.string(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
});
export type LambdaFunction = Deployed<z.infer<typeof FunctionProperties>>;

/** How an invocation ended. The payload is what the caller gets over the wire: JSON, or nothing. */
export type Invocation = { readonly payload: Json | undefined } | { readonly error: FunctionError };

export interface Functions {
  /** By name, by ARN (a version or alias at its end is ignored), or by logical id with or without CDK's hash. */
  find(name: string): LambdaFunction;
  invoke(name: string, payload: Json): Promise<Invocation>;
  /** Loads every function that is not loaded yet, as provisioned concurrency does, so that no call is a cold start. */
  warm(): void;
}

type Handler = (event: unknown, context: unknown) => unknown;

export interface FunctionWorld {
  readonly clock: Clock;
  readonly region: string;
  /** Where every AWS client in a function finds its service. */
  readonly awsUrl: string;
  /** Modules of Node that are others for functions, by their names. */
  readonly modules?: Readonly<Record<string, unknown>>;
  onLog(functionName: string, line: string): void;
}

/**
 * Runs functions in this process, each loaded once, when first called. One instance serves all its calls, also at the
 * same time, where Lambda would start more. Time limits count real time: what a function waits for is real.
 */
export function createFunctions(functions: readonly LambdaFunction[], world: FunctionWorld): Functions {
  const { clock } = world;
  const date = clockDate(clock);
  const warm = new Map<string, Handler>();
  const found = new Map<string, LambdaFunction>();

  function find(name: string): LambdaFunction {
    const known = found.get(name) ?? search(name);
    found.set(name, known);
    return known;
  }

  function search(name: string): LambdaFunction {
    const [, fromArn] = /:function:([^:]+)/.exec(name) ?? [];
    const wanted = fromArn ?? name.split(':')[0];
    const one = functions.find(({ ref, logicalId }) => wanted === ref || isNamed(logicalId, wanted ?? ''));
    if (!one) throw new Error(`There is no function ${name}`);
    return one;
  }

  function load({ ref, properties, asset }: LambdaFunction): Handler {
    const known = warm.get(ref);
    if (known) return known;
    const { Code, Handler, MemorySize } = properties;
    const [file = '', name = ''] = Handler.split(/\.(?=[^.]+$)/);
    const filename = Code.S3Key ? join(asset(Code.S3Key), `${file}.js`) : join(import.meta.dirname, `${file}.js`);
    const exports = loadBundle(Code.ZipFile ?? readFileSync(filename, 'utf8'), filename, {
      date,
      ...(world.modules && { modules: world.modules }),
      onLog: (line) => world.onLog(ref, line),
      environment: {
        AWS_REGION: world.region,
        AWS_DEFAULT_REGION: world.region,
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        AWS_ENDPOINT_URL: world.awsUrl,
        AWS_LAMBDA_FUNCTION_NAME: ref,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
        NODE_ENV: 'production',
        ...properties.Environment?.Variables,
      },
    });
    const handler = exports[name];
    if (typeof handler !== 'function') throw new Error(`${Handler} is undefined or not exported`);
    warm.set(ref, handler as Handler);
    return handler as Handler;
  }

  async function run(called: LambdaFunction, payload: Json): Promise<Invocation> {
    const milliseconds = called.properties.Timeout * 1000;
    const context = createContext(called, performance.now() + milliseconds);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<Invocation>((resolve) => {
      const errorMessage = `Task timed out after ${(milliseconds / 1000).toFixed(2)} seconds`;
      const error = { errorType: 'Sandbox.Timedout', errorMessage, trace: [] };
      timer = setTimeout(() => resolve({ error }), milliseconds);
    });
    try {
      const handled = (async () => overTheWire(await load(called)(overTheWire(payload), context)))();
      return await Promise.race([handled.then((result) => ({ payload: result })), tooLate]);
    } catch (thrown) {
      const error = functionError(thrown);
      world.onLog(called.ref, `ERROR\tInvoke Error\t${JSON.stringify(error)}`); // in Lambda's words
      return { error };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    find,
    invoke: async (name, payload) => clock.during(run(find(name), payload)),
    warm() {
      for (const one of functions) load(one);
    },
  };
}

const overTheWire = (value: unknown): Json | undefined => {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
};

/** The second argument of a handler. `deadline` on the scale of `performance.now()`. */
function createContext({ ref, arn, properties }: LambdaFunction, deadline: number) {
  return {
    functionName: ref,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(properties.MemorySize),
    awsRequestId: crypto.randomUUID(),
    logGroupName: `/aws/lambda/${ref}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}
