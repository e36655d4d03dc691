import type { Approval } from '../approval/approval.ts';
import type { ComplaintStage } from '../complaint/complaint.ts';
import { cycleOf } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
import type { Survey } from '../survey/survey.ts';
import type { Expectation, SurveyRef } from '../survey/survey-fact.ts';
import type { Step, Task } from '../task/task.ts';
import type { CaseFact, CaseType, Finding, NoSurvey, Priority, Resolution, WaitingFor } from './case-fact.ts';
import type { AfterCancelling, CancelReason, LinkKind, ReopenReason, Standing } from './life-fact.ts';

/** What a case's history amounts to. */
export type Case = {
  status: 'none' | Standing;
  caseId: string;
  /** The number of the event that made it what it is. */
  version: number;
  type: CaseType | 'relationship';
  customerId: string;
  /** The card or the payment it is about. */
  subject: string;
  priority: Priority;
  /** Where it is worked on; after a transfer, no longer where it was opened. */
  team: string;
  transferred: boolean;
  /** Who answers for the whole of it, besides the people of its tasks. */
  owner?: string;
  openedAt: Instant;
  /** The request that began the cycle it is in. */
  correlationId?: string | undefined;
  /** Counts from 1; a reopened case starts the next one. */
  cycle: number;
  /** Attempts at the run of this cycle; more than 1 when a run died and another took over. */
  attempt: number;
  reports: number;
  interactions: number;
  /** When a colleague last wrote to the customer. */
  wroteAt?: Instant;
  /** When they last exchanged a word, whoever it was. */
  spokeAt?: Instant;
  /** What it waits for from the customer, and until when; `heard` once they wrote. */
  waiting?: {
    reason: WaitingFor;
    since: Instant;
    remindAt?: Instant | undefined;
    closeAt: Instant;
    heard: boolean;
    reminded?: boolean;
  };
  /** Every account and card that has to be frozen, and how far that is. */
  freeze: Record<string, 'planned' | 'frozen' | 'refused' | 'settled-by-hand' | 'unfrozen'>;
  frozenAt?: Instant;
  findings?: Finding[];
  investigation: 'none' | 'open' | 'concluded';
  tasks: Task[];
  /** How often colleagues were reminded of what was promised to the customer, by its id, and on which rung. */
  promises?: Record<string, Pick<Task, 'reminded' | 'climbed'>>;
  /** Steps that failed for good and that a person has seen to. */
  settled: Step[];
  /** What one colleague asked for and another decides. */
  approvals: Approval[];
  /** What was paid for goodwill, in minor units. */
  goodwill: { amount: number; currency: string; approvalId?: string | undefined }[];
  /** The last that is known of each mail about it. */
  mails: Record<string, Extract<CaseFact['kind'], `mail-${string}`>>;
  /** Nothing that identifies the customer is kept any more. */
  erased?: true;
  resolution?: Resolution;
  closedAt?: Instant;
  noSurvey?: NoSurvey | undefined;
  /** Its closing notice waits for the survey, which goes with it. */
  notice?: 'with-survey' | undefined;
  /** Until when it can be taken up again. */
  reopenUntil?: Instant;
  /** Why it was taken up again, in the cycle it is in. */
  reopened?: { reason: ReopenReason; at: Instant };
  /** Who gave it up, and why. */
  cancelled?: { reason: CancelReason; accounts: AfterCancelling; by: string; at: Instant };
  /** The closed case that this one goes on with, and the one that goes on with this. */
  continues?: string | undefined;
  continuedIn?: string;
  /** It is no case but the asking of a customer in a campaign: nothing happened, and nothing is worked on. */
  campaign?: { campaignId: string; survey: SurveyRef };
  /** What it hangs together with, seen from here. */
  /** How far a complaint is in its cycle, and until when its answer was promised. */
  complaint?: { cycle: number; answerBy: Instant; stage?: ComplaintStage };
  links: { caseId: string; as: LinkKind; standing: Standing; since: Instant; by: string }[];
  /** What the customer hoped for, as far as they said when they reported. */
  expected?: Expectation | undefined;
  /** Every time the customer was asked how it went, or was not. */
  surveys: Survey[];
};

/** No history yet. */
export const nothing: Case = {
  status: 'none',
  caseId: '',
  version: 0,
  type: 'lost-card',
  priority: 'normal',
  customerId: '',
  subject: '',
  team: '',
  transferred: false,
  openedAt: '',
  cycle: 0,
  attempt: 1,
  reports: 0,
  interactions: 0,
  freeze: {},
  investigation: 'none',
  tasks: [],
  settled: [],
  links: [],
  approvals: [],
  goodwill: [],
  mails: {},
  surveys: [],
};

/** Whether there is something to do in this cycle of the case: it is open, and was not closed and reopened since. */
export const isLive = ({ status, cycle }: Case, of: number | undefined = cycle): boolean =>
  status === 'open' && cycle === of;

/** Whether it is closed, and nobody was asked yet how it went, nor was it said why not. */
export const isUnasked = ({ status, cycle, surveys }: Case, of: number | undefined = cycle): boolean =>
  status === 'closed' && cycle === of && !surveys.some((one) => one.cycle === cycle);

/** Whether it was cancelled, merged, or taken up again in a later cycle: what was done for this one is left alone. */
export const isPast = ({ status, cycle }: Case, of: number): boolean =>
  of < cycle || status === 'cancelled' || status === 'merged';

/** What the other case is to this one. */
export const opposite: Record<LinkKind, LinkKind> = {
  parent: 'child',
  child: 'parent',
  'merged-into': 'merged-from',
  'merged-from': 'merged-into',
};

/** The children that are still worked on, which a parent waits for before it is decided on and closed. */
export const openChildren = ({ links }: Case): string[] =>
  links.filter(({ as, standing }) => as === 'parent' && standing === 'open').map(({ caseId }) => caseId);

/** The tasks of the cycle that it is in. */
export const tasksOf = ({ tasks, cycle }: Case): Task[] => tasks.filter(({ taskId }) => cycleOf(taskId) === cycle);

/** The case that goes on where this one ended. */
export const whatFollows = ({ continuedIn, links }: Case): string | undefined =>
  continuedIn ?? links.find((link) => link.as === 'merged-into')?.caseId;
