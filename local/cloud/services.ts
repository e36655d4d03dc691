import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { stepFunctionsWire } from '../states/wire.ts';
import type { AwsServices } from './aws-endpoint.ts';
import { backgroundInvoke, InvokeConfigProperties } from './background-invoke.ts';
import type { Deployment } from './deployment.ts';
import { createEventBus, type EventBus } from './event-bus.ts';
import { MappingProperties } from './event-source.ts';
import { createFunctions, FunctionProperties } from './function-runtime.ts';
import { type Meter, metered } from './meter.ts';
import { createObjects } from './objects.ts';
import { ownAsyncHooks } from './own-async-hooks.ts';
import { answerEvents } from './put-events.ts';
import { createQueues } from './queues.ts';
import { startSchedules } from './schedules.ts';
import { startStreams } from './streams.ts';
import { itemReader, watchChanges } from './table-changes.ts';
import type { CallTables, Table } from './tables.ts';
import { createTargets } from './targets.ts';
import { createWorkflows } from './workflows.ts';
import { createWriteAhead } from './write-ahead.ts';

export interface ServiceWorld {
  readonly clock: Clock;
  random(): number;
  readonly awsUrl: string;
  /** How functions reach `awsUrl`: `node:http`, as they have it. */
  readonly http: object;
  readonly tables: readonly Table[];
  readonly callTables: CallTables;
  /** Where a part keeps its things, by a file name; nowhere if it keeps nothing. */
  file(name: string): string | undefined;
  onLog(functionName: string, line: string): void;
  readonly meter?: Meter | undefined;
}

/** Everything that calls the template's functions, or is called by them. Nothing happens before `begin`. */
export function createServices(deployment: Deployment, world: ServiceWorld) {
  const { clock, awsUrl, onLog, tables } = world;
  const now = () => clock.now();
  const queues = createQueues(
    deployment.resources('AWS::SQS::Queue', z.unknown()).map(({ ref }) => ref),
    now,
  );
  const unmetered = createFunctions(deployment.resources('AWS::Lambda::Function', FunctionProperties), {
    clock,
    region: deployment.region,
    awsUrl,
    modules: { 'node:http': world.http, 'node:async_hooks': ownAsyncHooks },
    onLog,
  });
  const functions = metered(unmetered, world.meter);
  const objects = createObjects(deployment, now, world.file('objects.jsonl'));
  const workflows = createWorkflows(deployment, {
    clock,
    random: world.random,
    functions,
    putObject: objects.put,
    file: world.file('executions.jsonl'),
    ended: (event) => events.put(event),
  });
  const { engine } = workflows;
  const configs = deployment.resources('AWS::Lambda::EventInvokeConfig', InvokeConfigProperties);
  const targets = createTargets({
    functions,
    queues,
    invoke: backgroundInvoke(functions, configs, queues, clock),
    isMachine: workflows.has,
    startMachine: (stateMachineArn, input) => engine.startExecution({ stateMachineArn, input: JSON.stringify(input) }),
  });
  const events: EventBus = createEventBus(deployment, targets, now);
  const mappings = deployment
    .resources('AWS::Lambda::EventSourceMapping', MappingProperties)
    .filter(({ properties }) => properties.Enabled);
  const streams = startStreams(tables, mappings, {
    clock,
    queues,
    file: world.file('streams.jsonl'),
    invoke: functions.invoke,
  });

  const writeAhead = createWriteAhead(world.file('writes.jsonl'), streams.publish);

  const watched = watchChanges(tables, world.callTables, writeAhead.begin);
  const wire = stepFunctionsWire(engine);
  const awsTargets: AwsServices['targets'] = {
    DynamoDB_20120810: world.meter?.tables(tables, watched) ?? watched,
    AWSEvents: (operation, body) => answerEvents(events, operation, body),
    async AWSStepFunctions(operation, body) {
      const answer = await wire(`AWSStepFunctions.${operation}`, JSON.parse(body));
      return { status: answer.status, body: JSON.stringify(answer.body) };
    },
  };

  /** Goes on with what an earlier process left, then starts the schedules. */
  async function begin(): Promise<void> {
    await workflows.resume();
    streams.resume();
    await writeAhead.recover(tables, itemReader(world.callTables));
    startSchedules(deployment, targets, clock);
  }

  return { queues, objects, functions, engine, events, awsTargets, begin, stop: workflows.stop };
}
