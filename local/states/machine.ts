import type { Resource } from './resource.ts';
import type { Template } from './template.ts';

/** A definition as it runs: checked, its expressions compiled. */
export type Machine = { readonly startAt: string; readonly states: ReadonlyMap<string, State> };
export type TopMachine = Machine & { readonly timeoutSeconds: number | undefined };

export type Assignments = readonly (readonly [variable: string, value: Template])[];
/** What a state hands on. Without a template, its input or its result goes on unchanged. */
export type Outcome = { readonly assign: Assignments; readonly output: Template | undefined };

/** `next` is undefined where the machine ends. */
type Onward = Outcome & { readonly name: string; readonly next: string | undefined };
export type Guarded = { readonly retry: readonly Retrier[]; readonly catch: readonly Catcher[] };

export type Retrier = {
  readonly errors: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number;
  readonly jitter: boolean;
};
export type Catcher = Outcome & { readonly errors: readonly string[]; readonly next: string };
export type Rule = Outcome & { readonly condition: Template; readonly next: string };

export type PassState = Onward & { readonly type: 'Pass' | 'Succeed' };
export type FailState = {
  readonly type: 'Fail';
  readonly name: string;
  readonly error: Template | undefined;
  readonly cause: Template | undefined;
};
export type WaitState = Onward & {
  readonly type: 'Wait';
  readonly seconds: Template | undefined;
  readonly timestamp: Template | undefined;
};
export type ChoiceState = Onward & { readonly type: 'Choice'; readonly rules: readonly Rule[] };
export type TaskState = Onward &
  Guarded & {
    readonly type: 'Task';
    readonly resource: Resource;
    readonly arguments: Template | undefined;
    readonly timeoutSeconds: Template | undefined;
    readonly heartbeatSeconds: Template | undefined;
    readonly roleArn: Template | undefined;
  };
export type ParallelState = Onward &
  Guarded & {
    readonly type: 'Parallel';
    readonly arguments: Template | undefined;
    readonly branches: readonly Machine[];
  };
export type MapState = Onward &
  Guarded & {
    readonly type: 'Map';
    readonly items: Template | undefined;
    readonly itemSelector: Template | undefined;
    readonly maxConcurrency: Template | undefined;
    readonly tolerated: readonly Template[];
    readonly processor: Machine;
  };
export type State = PassState | FailState | WaitState | ChoiceState | TaskState | ParallelState | MapState;
