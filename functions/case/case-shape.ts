import * as z from 'zod/mini';
import { ApprovalOfCase, GoodwillShown } from '../approval/approval-shape.ts';
import { CaseId, Freezable, PersonId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { Expectation } from '../survey/survey-fact.ts';
import { SurveyShown } from '../survey/survey-shape.ts';
import { TeamId } from '../task/task.ts';
import { TaskOfCase } from '../task/task-shape.ts';
import { CaseType, Finding, Priority, Resolution, Subject, WaitingFor } from './case-fact.ts';
import { CancelReason, LinkKind, ReopenReason, Standing } from './life-fact.ts';

const Link = z.strictObject({ caseId: CaseId, as: LinkKind, standing: Standing, since: Instant, by: PersonId });
const own = {
  caseId: CaseId,
  status: Standing,
  type: CaseType,
  customerId: PersonId,
  subject: Subject,
  openedAt: Instant,
  cycle: z.int(),
  resolution: z.optional(Resolution),
  closedAt: z.optional(Instant),
  reopenUntil: z.optional(Instant),
  cancelledAt: z.optional(Instant),
  cancelReason: z.optional(CancelReason),
  reopenedAt: z.optional(Instant),
  reopenReason: z.optional(ReopenReason),
  continues: z.optional(CaseId),
  continuedIn: z.optional(CaseId),
  mergedInto: z.optional(CaseId),
  freeze: z.array(
    z.strictObject({
      target: Freezable,
      state: z.enum(['planned', 'frozen', 'refused', 'settled-by-hand', 'unfrozen']),
    }),
  ),
  frozenAt: z.optional(Instant),
  waitsForYou: z.optional(WaitingFor),
  waitsSince: z.optional(Instant),
  waitsUntil: z.optional(Instant),
};
const whole = {
  ...own,
  priority: Priority,
  team: TeamId,
  owner: z.optional(PersonId),
  reports: z.int(),
  findings: z.array(Finding),
  tasks: z.array(TaskOfCase),
  approvals: z.array(ApprovalOfCase),
  goodwill: z.array(GoodwillShown),
  openWork: z.array(z.string()),
  cancelledBy: z.optional(PersonId),
  links: z.optional(z.array(Link)),
  expected: z.optional(Expectation),
  survey: z.optional(SurveyShown),
};

/** A case as colleagues see it. */
export const CaseForColleagues = z.strictObject(whole);
/** A case as its customer sees it. */
export const CaseForCustomer = z.strictObject(own);
export const CaseShown = z.union([CaseForColleagues, CaseForCustomer]);

/** The same, and whether the report joined a case that was open already. */
export const CaseOpened = z.union([
  z.strictObject({ ...whole, joined: z.boolean() }),
  z.strictObject({ ...own, joined: z.boolean() }),
]);

/** The same, and whether it is another case that goes on with the one that was named. */
export const CaseReopened = z.union([
  z.strictObject({ ...whole, continued: z.boolean() }),
  z.strictObject({ ...own, continued: z.boolean() }),
]);

/** A case in a list. */
export const CaseListed = z.strictObject({
  caseId: CaseId,
  status: Standing,
  customerId: PersonId,
  team: TeamId,
  openedAt: Instant,
  type: CaseType,
  reopened: z.optional(z.boolean()),
  idle: z.optional(z.boolean()),
  remindsAt: z.optional(Instant),
  givesUpAt: z.optional(Instant),
});
