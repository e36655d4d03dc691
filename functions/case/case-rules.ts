import * as z from 'zod/mini';

const Days = z.int().check(z.gte(1), z.lte(365));

/** How long what can be waited for is waited for (days). What a case was told already stays as it was told. */
export const CaseRules = z
  .strictObject({
    /** Until when a closed case is taken up again in the same case. */
    reopenDays: Days,
    /** After how long a silent customer is reminded of what their case waits for, and after how long it is closed. */
    waiting: z.strictObject({ remindAfterDays: Days, closeAfterDays: Days }),
  })
  .check(z.check(mustRemindBeforeClosing));
export type CaseRules = z.infer<typeof CaseRules>;

/** In force until others are saved. */
export const shippedCaseRules: CaseRules = { reopenDays: 30, waiting: { remindAfterDays: 7, closeAfterDays: 14 } };

// A reminder is answered within three days, or it was none.
const least = 3;

function mustRemindBeforeClosing({ value, issues }: z.core.ParsePayload<CaseRules>): void {
  const { remindAfterDays, closeAfterDays } = value.waiting;
  if (remindAfterDays + least <= closeAfterDays) return;
  const message = `must leave ${least} days to answer before closeAfterDays (${closeAfterDays})`;
  issues.push({ code: 'custom', path: ['waiting', 'remindAfterDays'], message, input: value });
}
