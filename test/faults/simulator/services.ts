import { ApiError } from '../../../local/states/api-error.ts';
import type { Engine } from '../../../local/states/engine.ts';
import { ConditionFailed, type Database } from '../../../local/table/database.ts';
import type { Service, Thrown } from '../stand-ins/service.ts';
import type { SteppingClock } from './clock.ts';
import type { BusEvent } from './events.ts';
import type { Call, Plan } from './plan.ts';
import type { PostOffice } from './post-office.ts';
import type { Deployed } from './rows.ts';
import { callStepFunctions } from './step-functions.ts';
import { type Input, suffer } from './suffer.ts';

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
  function attempt(of: Call, input: Input): object | Promise<object> {
    try {
      const answer = carryOut(of.caller, of.service, of.operation, input);
      return answer instanceof Promise ? answer.catch((error) => refuse(error, input)) : answer;
    } catch (error) {
      return refuse(error, input);
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
    return suffer(fault, {
      service,
      input: input as Input,
      attempt: async (what) => attempt(of, what),
      pause: () => clock.sleep(1 + plan.delay(50, 400)),
    });
  };
}

/** As the service says it. */
function refuse(error: unknown, input: Input): never {
  if (error instanceof ConditionFailed) throw conditionFailed(error, input);
  if (error instanceof ApiError) throw { name: error.name, message: error.message, fault: 'client' } satisfies Thrown;
  throw error;
}

const conditionFailed = ({ found }: ConditionFailed, input: Input): Thrown => ({
  name: 'ConditionalCheckFailedException',
  ...(found && input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && { Item: found }),
});

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
