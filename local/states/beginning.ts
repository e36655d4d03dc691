import type { Json } from './json.ts';

/** What an execution started with: with what happened to it since, all that it takes to run it again. */
export type Beginning = {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  readonly region: string;
  readonly roleArn: string;
  /** JSON text, as it was given. */
  readonly input: string;
  /** Milliseconds since the epoch. */
  readonly startDate: number;
  readonly seed: number;
  /** The call of another execution that started this one, and whether it waits for its end. */
  readonly caller?: { readonly arn: string; readonly number: number; readonly waits: boolean } | undefined;
};

/** What never changes in `$states.context`. */
export function contextOf({ arn, name, machineArn, machineName, roleArn, input, startDate }: Beginning): {
  Execution: Json;
  StateMachine: Json;
} {
  return {
    Execution: {
      Id: arn,
      Input: JSON.parse(input),
      Name: name,
      RoleArn: roleArn,
      StartTime: new Date(startDate).toISOString(),
      RedriveCount: 0,
    },
    StateMachine: { Id: machineArn, Name: machineName },
  };
}
