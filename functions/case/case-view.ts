import type { Remindable } from '../reminder/reminder.ts';
import type { Scope } from '../shared/caller.ts';
import { entityTag } from '../shared/entity-tag.ts';
import type { Instant } from '../shared/now.ts';
import { showSurvey } from '../survey/survey.ts';
import type { Task } from '../task/task.ts';
import type { Case } from './case.ts';
import { givesUpAt, remindsAt } from './give-up-waiting.ts';
import { openWork, waitsForSomebody } from './open-work.ts';

/** A case as its customer sees it: how it stands and what was done for them, in ids, instants and enumerations. */
export const showOwnCase = (current: Case) => {
  const { status, caseId, type, customerId, subject, openedAt, cycle, resolution, closedAt, frozenAt, waiting } =
    current;
  const { reopenUntil, cancelled, reopened, continues, continuedIn } = current;
  const mergedInto = current.links.find(({ as }) => as === 'merged-into')?.caseId;
  return {
    caseId,
    status,
    type,
    customerId,
    subject,
    openedAt,
    cycle,
    ...(resolution && { resolution }),
    ...(closedAt && { closedAt, reopenUntil }),
    ...(cancelled && { cancelledAt: cancelled.at, cancelReason: cancelled.reason }),
    ...(reopened && { reopenedAt: reopened.at, reopenReason: reopened.reason }),
    ...(continues && { continues }),
    ...(continuedIn && { continuedIn }),
    ...(mergedInto && { mergedInto }),
    freeze: Object.entries(current.freeze).map(([target, state]) => ({ target, state })),
    ...(frozenAt && { frozenAt }),
    ...(waiting && { waitsForYou: waiting.reason, waitsSince: waiting.since, waitsUntil: waiting.closeAt }),
  };
};

/** A case as colleagues see it: also what was found, who works on it, and what is still open. */
export const showWholeCase = (current: Case) => ({
  ...showOwnCase(current),
  priority: current.priority,
  team: current.team,
  ...(current.owner && { owner: current.owner }),
  reports: current.reports,
  findings: current.findings ?? [],
  tasks: current.tasks,
  approvals: current.approvals,
  goodwill: current.goodwill,
  ...(current.cancelled && { cancelledBy: current.cancelled.by }),
  ...(current.links.length > 0 && { links: current.links }),
  openWork: current.status === 'open' ? openWork(current) : [],
  ...(current.expected && { expected: current.expected }),
  ...lastAsking(current),
});

const lastAsking = ({ surveys }: Case) => {
  const last = surveys.at(-1);
  return last && { survey: showSurvey(last) };
};

/** How colleagues organise their work is not the customer's to see. */
export const showCase = (current: Case, scope: Scope) =>
  scope === 'own' ? showOwnCase(current) : showWholeCase(current);

/** A case as an answer; its tag names the version that is shown. */
export const caseReply = (current: Case, scope: Scope) => ({
  body: showCase(current, scope),
  etag: entityTag(current.version),
});

export type CaseRow = {
  caseId: string;
  status: string;
  /** Empty when the customer was erased: no list of theirs has the case any more. */
  customerId: string;
  team: string;
  openedAt: string;
  type: string;
  /** It is open again, after a close. */
  reopened?: boolean;
  /** It is open and waits for nobody: a machine is at work, or should be. */
  idle?: boolean;
  /** When the customer is reminded if they stay silent, and when it is closed if they still do. */
  remindsAt?: Instant | undefined;
  givesUpAt?: Instant | undefined;
};
export type TaskRow = { task: Task };
/** A row of what is due: a task, or a promise to the customer, which tells from how many events it was made. */
export type DueRow = { seq?: number; task: Remindable };

export const caseRow = (current: Case): CaseRow => {
  const { caseId, status, team, openedAt, type } = current;
  const customerId = current.erased ? '' : current.customerId;
  const until = givesUpAt(current);
  const reminds = remindsAt(current);
  const idle = status === 'open' && !waitsForSomebody(current);
  return {
    ...{ caseId, status, customerId, team, openedAt, type },
    ...(status === 'open' && current.cycle > 1 && { reopened: true }),
    ...(idle && { idle }),
    ...(reminds && { remindsAt: reminds }),
    ...(until && { givesUpAt: until }),
  };
};
