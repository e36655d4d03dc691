import * as z from 'zod/mini';
import type { RungName } from '../reminder/reminder.ts';
import { caseIdOf } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
import type { TaskForm } from './task-form.ts';

export const TeamId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
export type TeamId = z.infer<typeof TeamId>;

export const TaskKind = z.enum([
  'triage',
  'fraud-review',
  'dispute-review',
  'complaint-assessment',
  'complaint-investigation',
  'complaint-response',
  'failed-step',
  'follow-up',
  'survey-recovery',
]);
export type TaskKind = z.infer<typeof TaskKind>;

// What each kind of task can end with, its team, and the time it should be done in (hours).
export const taskKinds = {
  triage: {
    team: 'cards',
    hours: 48,
    outcomes: ['resolved', 'fraud-confirmed', 'no-fraud-found', 'customer-withdrew', 'no-answer'],
  },
  'fraud-review': { team: 'fraud', hours: 48, outcomes: ['fraud', 'legitimate'] },
  'dispute-review': { team: 'disputes', hours: 48, outcomes: ['refund', 'rejected'] },
  'complaint-assessment': { team: 'complaints', hours: 24, outcomes: ['investigate', 'answer-at-once'] },
  'complaint-investigation': { team: 'complaints', hours: 120, outcomes: ['grounds-found', 'no-grounds-found'] },
  'complaint-response': {
    team: 'complaints',
    hours: 48,
    outcomes: ['complaint-upheld', 'complaint-partly-upheld', 'complaint-rejected', 'customer-withdrew', 'no-answer'],
  },
  'failed-step': { team: 'operations', hours: 8, outcomes: ['retry', 'handled'] },
  'follow-up': { team: 'cards', hours: 48, outcomes: ['done', 'not-needed'] },
  // A customer who was not content is called; the rules of the surveys say within how many hours.
  'survey-recovery': { team: 'cards', hours: 24, outcomes: ['recovered', 'not-recovered', 'unreachable'] },
} as const satisfies Record<TaskKind, { team: TeamId; hours: number; outcomes: readonly string[] }>;

export const Outcome = z.enum([...new Set(Object.values(taskKinds).flatMap((kind) => [...kind.outcomes]))]);
export type Outcome = z.infer<typeof Outcome>;

/** What a person can be asked to settle when it failed for good: a step of a workflow, what two people agreed
 * on, or the whole run of a case. */
export const Step = z.enum([
  'case-run',
  'freeze-accounts',
  'review-case',
  'investigate',
  'triage',
  'close-case',
  'survey-customer',
  'work-on-findings',
  'conclude-investigation',
  'invite-customer',
  'remind-customer',
  'conclude-survey',
  'unfreeze-accounts',
  'acknowledge-complaint',
  'assess-complaint',
  'investigate-complaint',
  'respond-to-complaint',
  'approve-rejection',
]);
export type Step = z.infer<typeof Step>;

/** Why somebody gives a task back to its team. */
export const ReleaseReason = z.enum(['absent', 'overloaded', 'needs-other-skills', 'conflict-of-interest']);
export type ReleaseReason = z.infer<typeof ReleaseReason>;

/** Why a task goes to the next line. */
export const EscalationReason = z.enum([
  'needs-other-skills',
  'beyond-our-authority',
  'customer-insists',
  'no-time-left',
]);
export type EscalationReason = z.infer<typeof EscalationReason>;

/** A piece of work for a person. */
export type Task = {
  taskId: string;
  kind: TaskKind;
  team: TeamId;
  openedAt: Instant;
  dueAt: Instant;
  /** The transactions to look at. */
  concerns?: string[];
  /** For a task of kind `failed-step`: what failed, and when the run asked for a person, or which run died. */
  step?: Step;
  askedAt?: string;
  /** Which survey of its cycle it is about, from the second on. */
  round?: number | undefined;
  /** `withdrawn` when the case came to an end, or somebody else settled it, before it was done. */
  status: 'blocked' | 'open' | 'claimed' | 'completed' | 'withdrawn';
  /** The task that has to be done before this one can be: until then it is `blocked`. */
  after?: string | undefined;
  /** What whoever asked for it wrote, and what whoever did it answered and looked at. */
  noteId?: string | undefined;
  form?: TaskForm | undefined;
  evidence?: string[] | undefined;
  assignee?: string;
  /** How it came from line to line: who gave it on, when and why. */
  escalations?: {
    from: TeamId;
    to: TeamId;
    reason: EscalationReason;
    by: string;
    at: Instant;
    noteId?: string | undefined;
  }[];
  outcome?: Outcome;
  completedBy?: string;
  completedAt?: Instant;
  /** How many reminders of it have been sent. */
  reminded: number;
  /** The highest rung of the ladder that it has got to, and when it was due then. */
  climbed?: { rung: RungName; dueAt?: Instant | undefined };
  /** Who has said that they know of it, and when it was due then. */
  acknowledged?: Record<string, Instant>;
};

/** Somebody can work on it now. */
export const isReady = ({ status }: Pick<Task, 'status'>): boolean => status === 'open' || status === 'claimed';

/** Has to be done, now or later. */
export const isOpen = (task: Pick<Task, 'status'>): boolean => isReady(task) || task.status === 'blocked';

export const taskIn = ({ tasks }: { tasks: readonly Task[] }, taskId: string): Task | undefined =>
  tasks.find((one) => one.taskId === taskId);

/** The follow-up that was asked for last. @throws Error when there is none */
export function followUpOf(tasks: readonly Task[]): Task {
  const last = tasks.findLast((task) => task.kind === 'follow-up');
  if (!last) throw new Error('Nothing more was asked for');
  return last;
}

/** `<caseId>.<cycle>.<what>`, so that opening the same task again is seen to be the same. */
export const taskIdFor = (caseId: string, cycle: number, what: string): string => `${caseId}.${cycle}.${what}`;

/** A task as clients see it. */
export const showTask = (task: Task) => ({ caseId: caseIdOf(task.taskId), ...task });

/** Whoever does it says how the case ends. */
export const decides = ({ kind }: Task): boolean => kind === 'triage' || kind === 'complaint-response';
