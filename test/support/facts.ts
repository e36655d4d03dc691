import type { Decision, Requested } from '../../functions/approval/approval.ts';
import type { CaseFact, Finding } from '../../functions/case/case-fact.ts';
import type { ReopenReason } from '../../functions/case/life-fact.ts';
import { after, hour } from '../../functions/shared/now.ts';
import { type Outcome, type Step, TaskKind, taskIdFor, taskKinds } from '../../functions/task/task.ts';
import { caseId, customer, type Happened, monday } from './given.ts';

// Facts of one case, with everything in them that a test does not care about.

export const opened: CaseFact = {
  kind: 'case-opened',
  data: { type: 'lost-card', customerId: customer, subject: 'card_1', channel: 'app', team: 'cards' },
};

export const paymentFlagged: CaseFact = {
  kind: 'case-opened',
  data: { type: 'suspicious-payment', customerId: customer, subject: 'tx_1', channel: 'detection', team: 'fraud' },
};

export const complained: CaseFact = {
  kind: 'case-opened',
  data: { type: 'complaint', customerId: customer, subject: 'delay', channel: 'web', team: 'complaints' },
};
export const acknowledged: CaseFact = {
  kind: 'complaint-acknowledged',
  data: { cycle: 1, answerBy: '2026-12-08T09:00:00.000Z' },
};

export const frozen = (target: string): CaseFact => ({ kind: 'frozen', data: { target } });
export const freezePlanned = (...targets: string[]): CaseFact => ({ kind: 'freeze-planned', data: { targets } });
export const freezeRefused = (target: string): CaseFact => ({
  kind: 'freeze-refused',
  data: { target, reason: 'unknown-to-the-account-system' },
});

export const freezeCompleted: CaseFact = { kind: 'freeze-completed', data: { accounts: 1, cards: 0 } };

export const reviewed = (...findings: Finding[]): CaseFact => ({
  kind: 'case-reviewed',
  data: { ruleSet: 'test', transactions: 10, findings },
});

export const investigationOpened: CaseFact = { kind: 'investigation-opened', data: { cycle: 1 } };

type Details = { id?: string; dueAt?: string; step?: Step; askedAt?: string; after?: string; in?: string };

/** The id of the task that `taskOpened` opens. */
export const taskId = (kind: TaskKind, of: string = caseId): string => taskIdFor(of, 1, kind);

export const taskOpened = (kind: TaskKind, details: Details = {}): CaseFact => ({
  kind: 'task-opened',
  data: {
    taskId: details.id ?? taskId(kind, details.in),
    kind,
    team: taskKinds[kind].team,
    dueAt: details.dueAt ?? after(monday, taskKinds[kind].hours * hour),
    ...(details.step && { step: details.step }),
    ...(details.askedAt && { askedAt: details.askedAt }),
    ...(details.after && { after: details.after }),
  },
});

export const claimed = (kind: TaskKind, by: string): Happened => ({
  by,
  fact: { kind: 'task-claimed', data: { taskId: taskId(kind) } },
});

export const assigned = (kind: TaskKind, to: string): CaseFact => ({
  kind: 'task-assigned',
  data: { taskId: taskId(kind), to },
});
export const released = (kind: TaskKind, from: string): CaseFact => ({
  kind: 'task-released',
  data: { taskId: taskId(kind), from, reason: 'absent' },
});

/** Somebody completed the task of this kind, or the one with this id. */
export const completed = (task: string, outcome: Outcome, by = 'ann'): Happened => {
  const kind = TaskKind.safeParse(task);
  return { by, fact: { kind: 'task-completed', data: { taskId: kind.success ? taskId(kind.data) : task, outcome } } };
};

export const transferred = (to: string): CaseFact => ({
  kind: 'case-transferred',
  data: { from: 'cards', to, reason: 'needs-other-skills' },
});

/** Somebody asks for the n-th approval of a case, and somebody decides it. */
export const approvalId = (n = 1, of: string = caseId): string => `${of}.approval.${n}`;
export const asked = (request: Requested, by = 'ann', id = approvalId()): Happened => ({
  by,
  fact: { kind: 'approval-requested', data: { approvalId: id, request } },
});
export const decided = (decision: Decision, by = 'mia', id = approvalId()): Happened => ({
  by,
  fact: { kind: 'approval-decided', data: { approvalId: id, decision } },
});
export const unfreeze = (...targets: string[]): Requested => ({ action: 'unfreeze', targets });
export const goodwill = (amount: number, currency = 'EUR'): Requested => ({
  action: 'goodwill-payment',
  amount,
  currency,
});

export const waits: CaseFact = {
  kind: 'waiting-started',
  data: { reason: 'customer-documents', closeAt: '2026-12-07T09:00:00.000Z' },
};
export const waited: CaseFact = { kind: 'waiting-ended', data: { because: 'customer-wrote' } };
export const said = (direction: 'inbound' | 'outbound'): CaseFact => ({
  kind: 'interaction-recorded',
  data: { interactionId: 'int_1', channel: 'email', direction, textId: 'int_1' },
});

export const reopenUntil = '2026-12-23T09:00:00.000Z';
export const closed: CaseFact = {
  kind: 'case-closed',
  data: { resolution: 'resolved', reopenUntil },
};

export const cancelled: CaseFact = {
  kind: 'case-cancelled',
  data: { reason: 'opened-by-mistake', accounts: 'unfreeze', frozen: [] },
};
export const reopened = (reason: ReopenReason = 'not-solved', cycle = 2): CaseFact => ({
  kind: 'case-reopened',
  data: { cycle, reason },
});
export const unfrozen = (target: string, id = approvalId()): CaseFact => ({
  kind: 'unfrozen',
  data: { target, approvalId: id },
});

export const invited = (expiresAt = '2026-12-07T09:00:00.000Z'): CaseFact => ({
  kind: 'survey-invited',
  data: { cycle: 1, expiresAt },
});

export const answered = (score = 5): CaseFact => ({ kind: 'survey-answered', data: { cycle: 1, score } });
