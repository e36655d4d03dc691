import * as z from 'zod/mini';
import type { TaskKind } from './task.ts';

// What is asked besides the outcome when a task is done, by its kind. Numbers, choices and yes or no only: they stand
// in the history, and what somebody writes is a note and stands in the vault.
const Money = z.strictObject({
  amount: z.int().check(z.gte(0), z.lte(1_000_000_000_000)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
const pattern = ['stolen-card', 'copied-card', 'card-not-present', 'account-takeover', 'none-of-these'] as const;

export const forms = {
  triage: z.strictObject({ customerInformed: z.optional(z.boolean()) }),
  'fraud-review': z.strictObject({ pattern: z.optional(z.enum(pattern)), atRisk: z.optional(Money) }),
  'dispute-review': z.strictObject({ refund: z.optional(Money), merchantAsked: z.optional(z.boolean()) }),
  'complaint-assessment': z.strictObject({ serious: z.optional(z.boolean()) }),
  'complaint-investigation': z.strictObject({ causeFound: z.optional(z.boolean()) }),
  'complaint-response': z.strictObject({ redress: z.optional(Money) }),
  'failed-step': z.strictObject({ cause: z.optional(z.enum(['ours', 'theirs', 'wrong-data', 'unknown'])) }),
  'follow-up': z.strictObject({}),
  'survey-recovery': z.strictObject({}),
} as const satisfies Record<TaskKind, z.ZodMiniType>;

/** The answers of any kind of task; which are right for one, its own form says. */
export const TaskForm = z.union([
  forms.triage,
  forms['fraud-review'],
  forms['dispute-review'],
  forms['failed-step'],
  forms['complaint-assessment'],
  forms['complaint-investigation'],
  forms['complaint-response'],
]);
export type TaskForm = z.infer<typeof TaskForm>;

/** Something that was looked at: a document, a booking, something said, an account or a card, by its id. */
export const Evidence = z
  .array(z.string().check(z.regex(/^(doc|tx|int|note|acc|card)_[A-Za-z0-9]{1,64}$/)))
  .check(z.maxLength(50));
