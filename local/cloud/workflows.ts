import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { createEngine, type Engine, type FunctionAnswer } from '../states/engine.ts';
import { fileKeeper } from '../states/file-keeper.ts';
import type { PutObject } from '../states/put-object.ts';
import type { Deployment } from './deployment.ts';
import type { SentEvent } from './event-bus.ts';
import type { Functions } from './function-runtime.ts';

const StateMachine = z.object({
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  RoleArn: z.string().default(''),
  StateMachineType: z.literal('STANDARD').default('STANDARD'),
});

export interface WorkflowWorld {
  readonly clock: Clock;
  random(): number;
  readonly functions: Functions;
  readonly putObject?: PutObject;
  /** Where executions are kept. */
  readonly file?: string | undefined;
  /** Gets an event for each execution that has ended. */
  ended(event: SentEvent): void;
}

/** The engine for the template's state machines. `resume` creates them and goes on with the executions that were kept. */
export function createWorkflows(deployment: Deployment, world: WorkflowWorld) {
  const { clock, random, functions, ended, putObject } = world;
  const machines = deployment.resources('AWS::StepFunctions::StateMachine', StateMachine);
  const keeper = world.file ? fileKeeper(world.file) : undefined;
  const engine: Engine = createEngine({
    clock,
    random,
    region: deployment.region,
    account: deployment.account,
    ...(keeper ? { keeper } : {}),
    ...(putObject ? { putObject } : {}),
    async invokeFunction(functionName, payload): Promise<FunctionAnswer> {
      const answer = await functions.invoke(functionName, payload);
      if ('error' in answer) return { error: answer.error.errorType, cause: JSON.stringify(answer.error) };
      return { payload: answer.payload ?? null };
    },
    onExecutionEnded: ({ beginning, end }) =>
      ended({
        source: 'aws.states',
        'detail-type': 'Step Functions Execution Status Change',
        resources: [beginning.arn],
        detail: {
          executionArn: beginning.arn,
          stateMachineArn: beginning.machineArn,
          name: beginning.name,
          status: end?.status ?? 'RUNNING',
          startDate: beginning.startDate,
          stopDate: end?.stopDate ?? null,
          input: beginning.input,
          inputDetails: { included: true },
          output: end?.output ?? null,
          outputDetails: { included: true },
          error: end?.error ?? null,
          cause: end?.cause ?? null,
        },
      }),
  });

  async function resume(): Promise<void> {
    await engine.resume();
    for (const { arn, properties } of machines) {
      const { DefinitionString, DefinitionSubstitutions: given, RoleArn: roleArn } = properties;
      const definition = DefinitionString.replace(/\$\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole);
      engine.createStateMachine({ name: arn.split(':').at(-1) ?? '', definition, roleArn });
    }
  }

  const has = (arn: string) => machines.some((machine) => machine.arn === arn);
  return { engine, has, resume, stop: () => keeper?.close() };
}
