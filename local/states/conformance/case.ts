import type { Json } from '../json.ts';

/** What one call of a Task brought when it was recorded. */
export type Outcome = {
  readonly return?: Json;
  readonly throw?: { readonly Error?: string; readonly Cause?: string };
  readonly timeout?: true;
  readonly submitted?: Json;
  readonly sendTaskSuccess?: Json;
  readonly sendTaskFailure?: { readonly error?: string; readonly cause?: string };
  readonly sendTaskHeartbeat?: number;
};

/** One recorded execution. */
export type RecordedCase = {
  readonly name: string;
  readonly definition: Json;
  readonly input: Json;
  readonly tasks: { readonly [state: string]: readonly Outcome[] };
  readonly actions?: readonly {
    readonly afterEvent: number;
    readonly stopExecution?: { error?: string; cause?: string };
  }[];
  readonly concurrent: boolean;
  readonly expected: Ran;
};

export type RecordedEvent = { readonly id: number; readonly previousEventId: number; readonly type: string };

/** How an execution went: what is compared. Texts of JSON may stand parsed or as they are. */
export type Ran = {
  readonly status: string;
  readonly output?: Json | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly events: readonly RecordedEvent[];
};
