import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JWTPayload } from 'jose';
import * as z from 'zod';
import type { MovableClock } from '../clock.ts';
import { readAssembly } from './assembly.ts';
import { awsEndpoint } from './aws-endpoint.ts';
import { backgroundInvoke, InvokeConfigProperties } from './background-invoke.ts';
import { deploy } from './deployment.ts';
import { createEventBus, type EventBus } from './event-bus.ts';
import { MappingProperties } from './event-source.ts';
import { createFunctions, FunctionProperties, type Functions, type Invocation } from './function-runtime.ts';
import { createHttpApi } from './http-api.ts';
import { createIdentity } from './identity.ts';
import { type Inbox, openInbox } from './inbox.ts';
import type { Json } from './json.ts';
import { keepClock } from './kept-clock.ts';
import { close, listen, urlOf } from './listen.ts';
import { createMail } from './mail.ts';
import { answerEvents } from './put-events.ts';
import { createQueues, type Queues } from './queues.ts';
import { startSchedules } from './schedules.ts';
import { serveHttp } from './serve-http.ts';
import { startStreams } from './streams.ts';
import { watchChanges } from './table-changes.ts';
import { startTables, TableProperties } from './tables.ts';
import { createTargets } from './targets.ts';

export interface CloudOptions {
  /** A synthesized `cdk.out` folder. */
  readonly assembly: string;
  readonly clock: MovableClock;
  /** Between 0 and 1, for what is random in a workflow. */
  readonly random?: () => number;
  /** Keeps tables, runs, mails, undelivered records and the clock; without it everything is in memory. */
  readonly dataDir?: string;
  /** 0 or absent: any free port. */
  readonly ports?: { readonly api?: number; readonly aws?: number; readonly inbox?: number };
  readonly onLog?: (functionName: string, line: string) => void;
}

export interface Cloud {
  /** The HTTP API of the template. */
  readonly apiUrl: string;
  /** What `AWS_ENDPOINT_URL` is for the functions; any AWS client on this machine may use it. */
  readonly awsUrl: string;
  /** A web page with all mails. */
  readonly inboxUrl: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly inbox: Inbox;
  readonly functions: Functions;
  readonly queues: Queues;
  readonly events: EventBus;
  /** A token that the template's authorizer accepts, with these claims besides issuer, audience and times. */
  token(claims: JWTPayload): Promise<string>;
  /** Calls a function by its name, ARN or logical id, and tells how that ended. */
  invoke(functionName: string, payload: Json): Promise<Invocation>;
  /** Closes everything; the process can end. */
  stop(): Promise<void>;
}

/** Runs a synthesized template in this process: what CloudFormation would deploy, on one machine. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { assembly, clock, dataDir, ports = {}, onLog = () => undefined } = options;
  const file = (name: string) => (dataDir ? join(dataDir, name) : undefined);
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const now = () => clock.now();

  const api = await listen(ports.api ?? 0);
  const aws = await listen(ports.aws ?? 0);
  const [apiUrl, awsUrl] = [urlOf(api), urlOf(aws)];
  const deployment = deploy(readAssembly(assembly), () => apiUrl);
  const tables = [
    ...deployment.resources('AWS::DynamoDB::Table', TableProperties),
    ...deployment.resources('AWS::DynamoDB::GlobalTable', TableProperties),
  ];
  const [database, inbox, identity, writeClock] = await Promise.all([
    startTables(tables, file('tables')),
    openInbox(ports.inbox ?? 0, file('inbox.jsonl')),
    createIdentity(deployment, clock, file('identity.json')),
    dataDir ? keepClock(clock, join(dataDir, 'clock.json')) : () => undefined,
  ]);

  const queues = createQueues(
    deployment.resources('AWS::SQS::Queue', z.unknown()).map(({ ref }) => ref),
    now,
  );
  const functions = createFunctions(deployment.resources('AWS::Lambda::Function', FunctionProperties), {
    clock,
    region: deployment.region,
    awsUrl,
    onLog,
  });
  const configs = deployment.resources('AWS::Lambda::EventInvokeConfig', InvokeConfigProperties);
  const targets = createTargets(
    functions,
    backgroundInvoke(functions, configs, queues, clock),
    queues,
    () => undefined,
  );
  const events = createEventBus(deployment, targets, now);
  const mappings = deployment.resources('AWS::Lambda::EventSourceMapping', MappingProperties);
  const streams = startStreams(tables, mappings, {
    clock,
    queues,
    file: file('streams.jsonl'),
    invoke: functions.invoke,
  });

  api.on('request', serveHttp(createHttpApi(deployment, { functions, issuer: identity, now }), clock));
  aws.on(
    'request',
    awsEndpoint({
      targets: {
        DynamoDB_20120810: watchChanges(tables, database.call, streams.publish),
        AWSEvents: (operation, body) => answerEvents(events, operation, body),
      },
      sendMail: createMail(deployment, inbox.accept, events, now),
      documents: {
        '/.well-known/openid-configuration': () => identity.discovery(awsUrl),
        '/jwks.json': () => identity.keys,
      },
    }),
  );
  streams.resume();
  startSchedules(deployment, targets, clock);

  return {
    apiUrl,
    awsUrl,
    inboxUrl: inbox.url,
    outputs: deployment.outputs(),
    inbox,
    functions,
    queues,
    events,
    token: identity.token,
    invoke: functions.invoke,
    async stop() {
      clock.stop();
      writeClock();
      await Promise.all([close(api), close(aws), inbox.stop()]);
      await database.stop();
    },
  };
}
