import { ApiError } from '../../../local/states/api-error.ts';
import type { Engine } from '../../../local/states/engine.ts';
import { ConditionFailed, type Database } from '../../../local/table/database.ts';
import type { Service, Thrown } from '../stand-ins/service.ts';
import type { SteppingClock } from './clock.ts';
import type { BusEvent } from './events.ts';
import type { Call, CallFault, Plan } from './plan.ts';
import type { PostOffice } from './post-office.ts';
import type { Deployed } from './rows.ts';
import { callStepFunctions } from './step-functions.ts';

type Surroundings = {
  clock: SteppingClock;
  plan: Plan;
  database: Database;
  engine: Engine;
  post: PostOffice;
  rightsOf(caller: string): Deployed;
  note(line: string): void;
  /** Something is told to the event bus. */
  tell(event: BusEvent): void;
  /** A function did what its role would not allow. */
  denied(why: string): void;
};
type Input = Record<string, unknown>;
type Reads = { RequestItems: Record<string, { Keys: object[] }> };

/** Where the functions meet the services: each call is carried out, or goes wrong, as the plan says. */
export function createServices(world: Surroundings) {
  const { clock, plan, database, engine, post, note, tell } = world;
  const counts = new Map<string, number>();

  function carryOut(caller: string, service: Service, operation: string, input: Input): object | Promise<object> {
    const missing = missingRight(world.rightsOf(caller), operation, input);
    if (missing) {
      world.denied(`${caller} may not ${missing}`);
      throw { name: 'AccessDeniedException', fault: 'client' } satisfies Thrown;
    }
    if (service === 'ses') return post.take(input);
    if (service === 'events') return putEvents(input as PutEvents, tell);
    return service === 'dynamodb' ? database.call(operation, input) : callStepFunctions(engine, operation, input);
  }

  /** Its effect is made at once, before anything is awaited. */
  async function attempt(of: Call, input: Input): Promise<object> {
    try {
      return await carryOut(of.caller, of.service, of.operation, input);
    } catch (error) {
      if (error instanceof ConditionFailed) throw conditionFailed(error, input);
      if (error instanceof ApiError) throw { name: error.name, message: error.message, fault: 'client' } as Thrown;
      throw error;
    }
  }

  return async function callService(caller: string, service: Service, operation: string, input: object) {
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    const of = { caller, service, operation, count };
    const fault = plan.call(of);
    if (fault) note(`fault ${fault}: ${caller} ${operation}`);
    const wait = plan.delay(1, 20);
    if (wait > 0 || fault === 'slow') await clock.sleep(fault === 'slow' ? 5_000 + wait * 2_000 : wait);
    if (!fault) return attempt(of, input as Input);
    if (fault === 'in part') return half(input as Reads, (some) => attempt(of, some));
    return suffer(
      fault,
      { service, input: input as Input },
      () => attempt(of, input as Input),
      () => clock.sleep(1 + plan.delay(50, 400)),
    );
  };
}

async function suffer(
  fault: Exclude<CallFault, 'in part'>,
  { service, input }: { service: Service; input: Input },
  attempt: () => Promise<object>,
  pause: () => Promise<void>,
): Promise<object> {
  switch (fault) {
    case 'lost':
      throw { name: 'TimeoutError' } satisfies Thrown;
    case 'throttled':
      throw { ...throttled[service], ...(service === 'ses' && { message: saidOf(input) }) };
    case 'unanswered':
      quietly(attempt);
      throw { name: 'TimeoutError' } satisfies Thrown;
    case 'twice':
      if (service === 'ses') return attempt(); // its client never tries again
      quietly(attempt);
      await pause();
      return attempt();
    case 'killed after':
      quietly(attempt);
      return new Promise(() => undefined);
    case 'killed before':
      return new Promise(() => undefined);
    default:
      return attempt();
  }
}

/** A busy table answers with what it got to, and names what it did not. */
async function half({ RequestItems }: Reads, read: (some: Reads) => Promise<object>): Promise<object> {
  const [[table, { Keys, ...how }]] = Object.entries(RequestItems) as [[string, Reads['RequestItems'][string]]];
  const some = Keys.slice(0, Keys.length / 2);
  const answer = some.length > 0 ? await read({ RequestItems: { [table]: { ...how, Keys: some } } }) : {};
  return { ...answer, UnprocessedKeys: { [table]: { ...how, Keys: Keys.slice(some.length) } } };
}

/** Nobody hears of it. */
function quietly(attempt: () => Promise<object>): void {
  void attempt().catch(() => undefined);
}

const throttled: Record<Service, Thrown> = {
  dynamodb: { name: 'ProvisionedThroughputExceededException', fault: 'client' },
  sfn: { name: 'ThrottlingException', fault: 'client' },
  ses: { name: 'TooManyRequestsException', fault: 'client' },
  events: { name: 'ThrottlingException', fault: 'client' },
  secrets: { name: 'ThrottlingException', fault: 'client' },
};

const conditionFailed = ({ found }: ConditionFailed, input: Input): Thrown => ({
  name: 'ConditionalCheckFailedException',
  ...(found && input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && { Item: found }),
});

/** SES names whom it was about when it refuses, and so does the error that is thrown for it. */
const saidOf = ({ Destination }: Input): string => `Refused for these identities: ${JSON.stringify(Destination)}`;

type PutEvents = { Entries: { Source: string; DetailType: string; Detail: string }[] };

function putEvents({ Entries }: PutEvents, tell: (event: BusEvent) => void): object {
  for (const { Source, DetailType, Detail } of Entries)
    tell({ source: Source, 'detail-type': DetailType, detail: JSON.parse(Detail) as object });
  return { FailedEntryCount: 0, Entries: Entries.map(() => ({})) };
}

/** What the row of a function does not name, its role would not be allowed. */
function missingRight({ may }: Deployed, operation: string, input: Input): string | undefined {
  const resource = (input.TableName ?? input.stateMachineArn ?? machineOf(input) ?? batchedIn(input) ?? '') as string;
  const action = input.IndexName ? `${operation} ${input.IndexName}` : operation;
  return may.get(resource)?.has(action) ? undefined : `${action} ${resource}`;
}

const machineOf = ({ executionArn }: Input): string | undefined =>
  typeof executionArn === 'string'
    ? executionArn.replace(':execution:', ':stateMachine:').replace(/:[^:]*$/, '')
    : undefined;

const batchedIn = ({ RequestItems }: Input): string | undefined => Object.keys(RequestItems ?? {})[0];
