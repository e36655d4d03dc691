import * as z from 'zod/mini';
import type { Approval } from '../approval/approval.ts';
import type { Case } from '../case/case.ts';
import { day } from '../shared/now.ts';
import { type Step, type Task, type TaskKind, taskIdFor } from '../task/task.ts';

/** What a complaint is about. At most one complaint of a customer about the same is open. */
export const ComplaintTopic = z.enum(['charges', 'delay', 'service', 'decision', 'staff', 'privacy']);
export type ComplaintTopic = z.infer<typeof ComplaintTopic>;

/** How far a complaint is, after it was acknowledged (ISO 10002). */
export const ComplaintStage = z.enum(['assessing', 'investigating', 'responding']);
export type ComplaintStage = z.infer<typeof ComplaintStage>;

// Until when the complainant is told to expect an answer (days).
export const complaintPolicy = { answerDays: 15 };
export const answerTime = complaintPolicy.answerDays * day;

const cycle = z.int().check(z.positive());

/** The members of `CaseFact` that are about complaints. */
export const complaintFacts = {
  'complaint-acknowledged': { cycle, answerBy: z.iso.datetime() },
  'complaint-stage-reached': { cycle, stage: ComplaintStage },
} as const;

export const taskOfStage = {
  assessing: 'complaint-assessment',
  investigating: 'complaint-investigation',
  responding: 'complaint-response',
} as const satisfies Record<ComplaintStage, TaskKind>;

/** The step of the machine that waits for a stage. */
export const stepOfStage = {
  assessing: 'assess-complaint',
  investigating: 'investigate-complaint',
  responding: 'respond-to-complaint',
} as const satisfies Record<ComplaintStage, Step>;

/** What was asked for in this cycle: to close it as rejected. */
export const rejectionsOf = ({ approvals }: Case, of: number): Approval[] =>
  approvals.filter(({ request }) => request.action === 'reject-complaint' && request.cycle === of);

/** The task of a stage; whoever may not reject it has to answer anew. */
export function stageTaskId(current: Case, of: number, stage: ComplaintStage): string {
  const kind = taskOfStage[stage];
  const refused = rejectionsOf(current, of).filter(({ decision }) => decision === 'rejected').length;
  const anew = stage === 'responding' && refused > 0;
  return taskIdFor(current.caseId, of, anew ? `${kind}.${refused + 1}` : kind);
}

/** What the colleague who answers it has decided, in this cycle. */
export const responseTo = (current: Case): Task | undefined =>
  current.tasks.find(({ taskId }) => taskId === stageTaskId(current, current.cycle, 'responding'));

export const isRejectionApproved = (current: Case): boolean =>
  rejectionsOf(current, current.cycle).some(({ decision }) => decision === 'approved');

/** What is left to do before it can be closed, in words for a person. */
export function complaintAhead(current: Case): string[] {
  const response = responseTo(current);
  if (!response && !current.settled.includes('respond-to-complaint')) return ['the complaint has not been answered'];
  const open = response?.outcome === 'complaint-rejected' && !isRejectionApproved(current);
  return open ? ['the rejection has not been approved'] : [];
}
