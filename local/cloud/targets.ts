import type { InvokeInBackground } from './background-invoke.ts';
import type { Functions } from './function-runtime.ts';
import type { Json } from './json.ts';
import type { Queues } from './queues.ts';

/** What schedules and rules can call: a function, a queue or a state machine, each by its ARN. */
export interface Targets {
  /** Throws unless `arn` is a target that this cloud has. */
  check(arn: string): void;
  send(arn: string, payload: Json): void;
}

export interface TargetWorld {
  readonly functions: Functions;
  readonly queues: Queues;
  readonly invoke: InvokeInBackground;
  isMachine(arn: string): boolean;
  startMachine(arn: string, input: Json): void;
}

export function createTargets({ functions, queues, invoke, isMachine, startMachine }: TargetWorld): Targets {
  const serviceOf = (arn: string) => arn.split(':')[2];
  return {
    check(arn) {
      if (serviceOf(arn) === 'lambda') functions.find(arn);
      else if (serviceOf(arn) === 'sqs' ? !queues.has(arn) : !isMachine(arn))
        throw new Error(`${arn} cannot be the target of a schedule or a rule here`);
    },
    send(arn, payload) {
      if (serviceOf(arn) === 'lambda') invoke(arn, payload);
      else if (serviceOf(arn) === 'sqs') queues.send(arn, payload);
      else startMachine(arn, payload);
    },
  };
}
