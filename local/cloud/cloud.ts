import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JWTPayload } from 'jose';
import type { MovableClock } from '../clock.ts';
import type { Engine } from '../states/engine.ts';
import { readAssembly } from './assembly.ts';
import { type AwsRequest, answerAws, awsEndpoint } from './aws-endpoint.ts';
import { deploy } from './deployment.ts';
import type { EventBus } from './event-bus.ts';
import type { Functions, Invocation } from './function-runtime.ts';
import { createHttpApi } from './http-api.ts';
import { createIdentity } from './identity.ts';
import { type Inbox, openInbox } from './inbox.ts';
import type { Json } from './json.ts';
import { keepClock } from './kept-clock.ts';
import { close, listen, urlOf } from './listen.ts';
import { createMail } from './mail.ts';
import { memoryTables } from './memory-tables.ts';
import type { Meter } from './meter.ts';
import type { Objects } from './objects.ts';
import { ownHttp } from './own-http.ts';
import type { Queues } from './queues.ts';
import { answerS3 } from './s3.ts';
import { serveHttp } from './serve-http.ts';
import { createServices } from './services.ts';
import { signInClients } from './sign-in/clients.ts';
import type { SignInPerson } from './sign-in/people.ts';
import { signInServer } from './sign-in/sign-in-server.ts';
import { TableProperties } from './tables.ts';

export interface CloudOptions {
  /** A synthesized `cdk.out` folder. */
  readonly assembly: string;
  readonly clock: MovableClock;
  /** From 0 up to 1, for what is random in a workflow. */
  readonly random?: () => number;
  /** Keeps tables, executions, mails, undelivered records, the issuer's key and the clock; absent: all in memory. */
  readonly dataDir?: string;
  /** 0 or absent: any free port. */
  readonly ports?: { readonly api?: number; readonly aws?: number; readonly inbox?: number; readonly issuer?: number };
  /** Who can sign in at the issuer. */
  readonly people?: readonly SignInPerson[];
  readonly onLog?: (functionName: string, line: string) => void;
  /** Sees what would be charged for. */
  readonly meter?: Meter;
}

export interface Cloud {
  /** The HTTP API of the template. */
  readonly apiUrl: string;
  /** What `AWS_ENDPOINT_URL` is for the functions; any AWS client on this machine may use it. */
  readonly awsUrl: string;
  /** Who vouches for people on this machine: an OpenID Connect issuer. */
  readonly issuerUrl: string;
  /** A web page with all mails. */
  readonly inboxUrl: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** The physical name of a resource, like a table's, by its logical id, with or without CDK's hash at its end. */
  nameOf(logicalId: string): string;
  readonly inbox: Inbox;
  readonly engine: Engine;
  readonly functions: Functions;
  readonly queues: Queues;
  readonly events: EventBus;
  readonly objects: Objects;
  /** A token that the template's authorizer accepts, with these claims besides issuer, audience and times. */
  token(claims: JWTPayload): Promise<string>;
  /** Calls a function by its name, ARN or logical id, and tells how that ended. */
  invoke(functionName: string, payload: Json): Promise<Invocation>;
  /** Closes everything and stops the clock; the process can end. */
  stop(): Promise<void>;
}

/** Milliseconds that a stop waits for what is under way. */
const LONGEST_END = 5000;

/** Runs a synthesized template in this process: what CloudFormation would deploy, on one machine. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const opened: (() => unknown)[] = [];
  const stop = async () => {
    options.clock.stop();
    await Promise.race([options.clock.settle(), new Promise((late) => setTimeout(late, LONGEST_END).unref())]);
    for (const closeIt of opened.toReversed()) await closeIt();
    options.clock.stop(); // what was under way may have set timers again
  };
  try {
    return { ...(await open(options, (closeIt) => opened.push(closeIt))), stop };
  } catch (error) {
    await stop(); // a cloud that cannot start must not keep the process alive
    throw error;
  }
}

async function open(options: CloudOptions, atStop: (close: () => unknown) => void): Promise<Omit<Cloud, 'stop'>> {
  const { assembly, clock, random = Math.random, dataDir, ports = {}, people = [], onLog = () => undefined } = options;
  const file = (name: string) => (dataDir ? join(dataDir, name) : undefined);
  if (dataDir) mkdirSync(dataDir, { recursive: true });

  const api = await listen(ports.api ?? 0);
  atStop(() => close(api));
  const aws = await listen(ports.aws ?? 0);
  atStop(() => close(aws));
  const [apiUrl, awsUrl] = [urlOf(api), urlOf(aws)];
  const issuer = await listen(ports.issuer ?? 0);
  atStop(() => close(issuer));
  const issuerUrl = urlOf(issuer);
  const deployment = deploy(readAssembly(assembly), { api: () => apiUrl, issuer: () => issuerUrl });
  const tables = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].flatMap((type) =>
    deployment.resources(type, TableProperties),
  );

  const identity = createIdentity(deployment, clock, file('identity.json'));
  const inbox = await openInbox(ports.inbox ?? 0, file('inbox.jsonl'));
  atStop(inbox.stop);
  if (dataDir) atStop(await keepClock(clock, join(dataDir, 'clock.json')));

  const services = createServices(deployment, {
    clock,
    random,
    awsUrl,
    http: ownHttp(awsUrl, (request) => answer(request)),
    tables,
    callTables: memoryTables(tables, file('tables.jsonl')),
    file,
    onLog,
    meter: options.meter,
  });
  atStop(services.stop);
  const { functions, engine, queues, events, objects } = services;
  const now = () => clock.now();
  const sendMail = createMail(deployment, inbox.accept, events, now);
  api.on('request', serveHttp(createHttpApi(deployment, { functions, issuer: identity, now }), clock));
  issuer.on('request', signInServer({ identity, clock, clients: signInClients(deployment), people, url: issuerUrl }));
  const s3 = (request: AwsRequest) => answerS3(request, objects);
  const answer = answerAws({ targets: services.awsTargets, sendMail, s3 });
  aws.on('request', awsEndpoint(answer));
  await services.begin();

  return {
    apiUrl,
    awsUrl,
    issuerUrl,
    inboxUrl: inbox.url,
    outputs: deployment.outputs(),
    nameOf: deployment.nameOf,
    inbox,
    engine,
    functions,
    queues,
    events,
    objects,
    token: identity.token,
    invoke: functions.invoke,
  };
}
