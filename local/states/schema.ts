import * as z from 'zod';

/** What a definition may look like. Any field that does not stand here is refused, and named in the refusal. */
const Expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a number or a JSONata expression');
const Whole = z.union([z.int().nonnegative(), Expression]);
const Positive = z.union([z.int().positive(), Expression]);
const Errors = z.array(z.string()).min(1);
const Variables = z.record(z.string(), z.json());

const state = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
};
const onward = { ...state, Next: z.string().optional(), End: z.boolean().optional() };
const result = { Assign: Variables.optional(), Output: z.json().optional() };

const Retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: Errors,
  IntervalSeconds: z.int().positive().optional(),
  MaxAttempts: z.int().nonnegative().optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().positive().optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});
const Catcher = z.strictObject({ Comment: z.string().optional(), ErrorEquals: Errors, Next: z.string(), ...result });
const guarded = { Retry: z.array(Retrier).optional(), Catch: z.array(Catcher).optional() };

const Rule = z.strictObject({
  Comment: z.string().optional(),
  Condition: z.union([z.boolean(), Expression]),
  Next: z.string(),
  ...result,
});

const Pass = z.strictObject({ ...onward, ...result, Type: z.literal('Pass') });
const Succeed = z.strictObject({ ...state, Type: z.literal('Succeed'), Output: z.json().optional() });
const Fail = z.strictObject({
  ...state,
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
const Wait = z.strictObject({
  ...onward,
  ...result,
  Type: z.literal('Wait'),
  Seconds: Whole.optional(),
  Timestamp: z.string().optional(),
});
const Choice = z.strictObject({
  ...state,
  ...result,
  Type: z.literal('Choice'),
  Choices: z.array(Rule).min(1),
  Default: z.string().optional(),
});
const Task = z.strictObject({
  ...onward,
  ...result,
  ...guarded,
  Type: z.literal('Task'),
  Resource: z.string(),
  Arguments: z.json().optional(),
  TimeoutSeconds: Positive.optional(),
  HeartbeatSeconds: Positive.optional(),
  Credentials: z.strictObject({ RoleArn: z.string() }).optional(),
});
const Parallel = z.strictObject({
  ...onward,
  ...result,
  ...guarded,
  Type: z.literal('Parallel'),
  Arguments: z.json().optional(),
  get Branches() {
    return z.array(SubMachine).min(1);
  },
});
const MapState = z.strictObject({
  ...onward,
  ...result,
  ...guarded,
  Type: z.literal('Map'),
  Items: z.union([z.array(z.json()), Expression]).optional(),
  ItemSelector: z.json().optional(),
  MaxConcurrency: Whole.optional(),
  ToleratedFailureCount: Whole.optional(),
  ToleratedFailurePercentage: z.union([z.number().min(0).max(100), Expression]).optional(),
  get ItemProcessor() {
    return SubMachine.extend({
      ProcessorConfig: z.strictObject({ Comment: z.string().optional(), Mode: z.literal('INLINE') }).optional(),
    });
  },
});

export const StateSource = z.discriminatedUnion('Type', [Pass, Succeed, Fail, Wait, Choice, Task, Parallel, MapState]);
export type StateSource = z.infer<typeof StateSource>;

const SubMachine = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
  StartAt: z.string(),
  get States() {
    return z.record(z.string().min(1).max(80), StateSource);
  },
});
export type MachineSource = Pick<z.infer<typeof SubMachine>, 'StartAt' | 'States'>;

export const Definition = SubMachine.extend({
  QueryLanguage: z.enum(['JSONata', 'JSONPath']).optional(),
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: z.int().positive().optional(),
});
export type Definition = z.infer<typeof Definition>;
export type RetrierSource = z.infer<typeof Retrier>;
export type CatcherSource = z.infer<typeof Catcher>;
